package org.alike.alikes;

/** Numbers that have been seen; forgets all at once for nothing. Not thread-safe. */
final class Marks {
  private final int[] seen;
  private int round;

  /** Marks for numbers below this one. */
  Marks(int size) {
    seen = new int[size];
  }

  /** Forgets all; needed before the first. */
  void clear() {
    round++;
  }

  /** Marks the number; true when it had no mark. */
  boolean first(int number) {
    boolean first = seen[number] != round;
    seen[number] = round;
    return first;
  }
}
