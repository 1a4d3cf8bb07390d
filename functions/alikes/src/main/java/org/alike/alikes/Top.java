package org.alike.alikes;

/**
 * The best so far: most points first, then the lowest rank. Keeps no more than asked for. Not
 * thread-safe.
 */
final class Top {
  private final long after;
  private final long[] keys;
  private final int[] members;
  private int size;

  /**
   * Room for so many.
   *
   * @param after the key behind which they have to come
   */
  Top(int most, long after) {
    this.keys = new long[most];
    this.members = new int[most];
    this.after = after;
  }

  /** Sorts as the place in the ranking does. */
  static long key(int points, long rank) {
    return ((long) (Likeness.FULL - points) << Integer.SIZE) + rank;
  }

  /** Whoever has fewer points than this has no place any more. */
  int threshold() {
    return size < keys.length ? 0 : points(size - 1);
  }

  /** Whether there is a place for one with this key. */
  boolean takes(long key) {
    return key > after && (size < keys.length || key < keys[size - 1]);
  }

  void put(long key, int member) {
    int place = size < keys.length ? size++ : size - 1;
    for (; place > 0 && keys[place - 1] > key; place--) {
      keys[place] = keys[place - 1];
      members[place] = members[place - 1];
    }
    keys[place] = key;
    members[place] = member;
  }

  int size() {
    return size;
  }

  int member(int place) {
    return members[place];
  }

  int points(int place) {
    return Likeness.FULL - (int) (keys[place] >>> Integer.SIZE);
  }
}
