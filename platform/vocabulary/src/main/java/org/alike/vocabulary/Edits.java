package org.alike.vocabulary;

/** Damerau-Levenshtein distance: letters added, lost, changed, or swapped with their neighbour. */
final class Edits {
  private Edits() {}

  /** The distance, or {@code most + 1} when it is larger than {@code most}. */
  static int distance(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      if (fill(row, last, beforeLast, i, a, b) > most) {
        return most + 1;
      }
    }
    return Math.min(row[b.length()], most + 1);
  }

  /** Fills the row of {@code a}'s i-th letter and tells its smallest value. */
  private static int fill(int[] row, int[] last, int[] beforeLast, int i, String a, String b) {
    row[0] = i;
    int smallest = i;
    for (int j = 1; j <= b.length(); j++) {
      int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
      int cost = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
      if (i > 1 && j > 1 && swapped(a, i, b, j)) {
        cost = Math.min(cost, beforeLast[j - 2] + 1);
      }
      row[j] = cost;
      smallest = Math.min(smallest, cost);
    }
    return smallest;
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }

  /** Whether the two differ by exactly one swap of neighbours. */
  static boolean swap(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    int i = 0;
    while (i < a.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i + 1 < a.length()
        && swapped(a, i + 2, b, i + 2)
        && a.regionMatches(i + 2, b, i + 2, a.length() - i - 2);
  }
}
