package org.alike.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many texts in two arrays, in UTF-8, instead of as many objects. Immutable. */
final class Texts {
  private final byte[] bytes;

  /** Where each begins, and at last where all end. */
  private final int[] starts;

  Texts(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  int size() {
    return starts.length - 1;
  }

  String text(int i) {
    return new String(bytes, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8);
  }

  /** How many bytes a text has. */
  int length(int i) {
    return starts[i + 1] - starts[i];
  }

  byte at(int i, int index) {
    return bytes[starts[i] + index];
  }

  /** Compares a text with a key, by unsigned bytes. */
  int compare(int i, byte[] key) {
    return Arrays.compareUnsigned(bytes, starts[i], starts[i + 1], key, 0, key.length);
  }

  /** Like {@link #compare}, but a text that begins with the key equals it. */
  int comparePrefix(int i, byte[] key) {
    int end = Math.min(starts[i + 1], starts[i] + key.length);
    return Arrays.compareUnsigned(bytes, starts[i], end, key, 0, key.length);
  }
}
