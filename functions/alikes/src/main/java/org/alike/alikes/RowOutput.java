package org.alike.alikes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Writes numbers in as few bytes as they need (LEB128), and texts. Not thread-safe. */
final class RowOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A number that is not negative. */
  void number(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("Rows hold no negative numbers");
    }
    long left = number;
    while (left >= 0x80) {
      bytes.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  /** A number of either sign, close to 0. */
  void difference(long number) {
    number((number << 1) ^ (number >> 63));
  }

  /** Places in a list, in any order, each as the distance from the one before. */
  void places(int... places) {
    int[] sorted = places.clone();
    Arrays.sort(sorted);
    number(sorted.length);
    int next = 0;
    for (int place : sorted) {
      number(place - next);
      next = place + 1;
    }
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    if (!new String(encoded, StandardCharsets.UTF_8).equals(text)) {
      throw new IllegalArgumentException("Rows hold no broken text");
    }
    number(encoded.length);
    raw(encoded, 0);
  }

  void raw(byte[] all, int from) {
    bytes.write(all, from, all.length - from);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** What was written, with a checksum behind it. */
  byte[] sealed() {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.toByteArray());
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.write((int) (checksum.getValue() >>> shift));
    }
    return bytes.toByteArray();
  }
}
