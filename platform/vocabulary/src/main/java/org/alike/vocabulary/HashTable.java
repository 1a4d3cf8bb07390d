package org.alike.vocabulary;

import java.util.Arrays;

/**
 * Numbers by hash, in one array: open addressing, at most two thirds full. What it finds has to be
 * checked.
 */
final class HashTable {
  /** A hash and a number, plus one, side by side. */
  private final int[] slots;

  private final int mask;

  HashTable(int capacity) {
    int size = Integer.highestOneBit(capacity + capacity / 2 + 1) << 1;
    slots = new int[size * 2];
    mask = size - 1;
  }

  void add(int hash, int number) {
    int at = hash & mask;
    while (slots[at * 2 + 1] != 0) {
      at = at + 1 & mask;
    }
    slots[at * 2] = hash;
    slots[at * 2 + 1] = number + 1;
  }

  /** The numbers that were added with this hash. */
  int[] get(int hash) {
    int[] found = new int[4];
    int count = 0;
    for (int at = hash & mask; slots[at * 2 + 1] != 0; at = at + 1 & mask) {
      if (slots[at * 2] == hash) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = slots[at * 2 + 1] - 1;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
