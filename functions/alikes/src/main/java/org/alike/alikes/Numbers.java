package org.alike.alikes;

import java.util.Arrays;

/** A list of numbers that grows. Not thread-safe. */
final class Numbers {
  private int[] numbers = new int[16];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int get(int at) {
    return numbers[at];
  }

  int size() {
    return size;
  }
}
