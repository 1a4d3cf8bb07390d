package org.alike.vocabulary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the numbers and texts of an artifact. Not thread-safe. */
final class ByteWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A number that isn't negative, seven bits a byte, the lowest first. */
  void number(int value) {
    int rest = value;
    while (rest > 0x7f) {
      bytes.write(rest | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  void numbers(int[] values) {
    for (int value : values) {
      number(value);
    }
  }

  /** A number of any sign in four bytes, the highest first. */
  void fixed(int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.write(value >>> shift);
    }
  }

  void raw(byte[] values) {
    bytes.writeBytes(values);
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    raw(utf8);
  }

  /** Many texts: how many, their lengths, then all of them without a break. */
  void texts(Iterable<String> texts) {
    ByteWriter lengths = new ByteWriter();
    ByteWriter all = new ByteWriter();
    int count = 0;
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      lengths.number(utf8.length);
      all.raw(utf8);
      count++;
    }
    number(count);
    raw(lengths.toBytes());
    raw(all.toBytes());
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
