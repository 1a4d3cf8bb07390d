package org.alike.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote. Not thread-safe. */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int number() {
    int value = bytes[at++];
    if (value >= 0) {
      return value;
    }
    value &= 0x7f;
    for (int shift = 7; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Many numbers; with what is loaded most, so it keeps the place out of the object meanwhile. */
  int[] numbers(int count) {
    int[] values = new int[count];
    byte[] from = bytes;
    int place = at;
    for (int i = 0; i < count; i++) {
      int value = from[place++];
      if (value < 0) {
        value &= 0x7f;
        byte next = from[place++];
        int shift = 7;
        for (; next < 0; next = from[place++]) {
          value |= (next & 0x7f) << shift;
          shift += 7;
        }
        value |= next << shift;
      }
      values[i] = value;
    }
    at = place;
    return values;
  }

  int fixed() {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = value << 8 | (bytes[at++] & 0xff);
    }
    return value;
  }

  /** So many lengths as where each stretch begins, and at last where all end. */
  int[] starts(int count) {
    int[] lengths = numbers(count);
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i + 1] = starts[i] + lengths[i];
    }
    return starts;
  }

  byte[] raw(int count) {
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  String text() {
    int length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  Texts texts() {
    int[] starts = starts(number());
    return new Texts(raw(starts[starts.length - 1]), starts);
  }
}
