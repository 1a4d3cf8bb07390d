package org.alike.alikes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Reads what a {@link RowOutput} wrote. Whatever the bytes are, it reads no byte twice and none
 * beyond the end. Not thread-safe.
 */
final class RowInput {
  private static final int CHECKSUM = 4;
  private static final long LAST_SECOND = Instant.MAX.getEpochSecond();
  private final byte[] bytes;
  private final int end;
  private int at;

  private RowInput(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /**
   * The content of sealed bytes.
   *
   * @throws CorruptRows when they are not the bytes that were sealed
   */
  static RowInput open(byte[] sealed) {
    int end = sealed.length - CHECKSUM;
    if (end < 0) {
      throw new CorruptRows("Rows of " + sealed.length + " bytes are too short");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(sealed, 0, end);
    if ((int) checksum.getValue() != ByteBuffer.wrap(sealed).getInt(end)) {
      throw new CorruptRows("The checksum of " + sealed.length + " bytes of rows is wrong");
    }
    return new RowInput(sealed, end);
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      byte next = next();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return check(number, next != 0 || shift == 0, "a number is longer than it needs to be");
      }
    }
    throw corrupt("a number is too large");
  }

  long difference() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  Instant second(long second) {
    boolean possible = Instant.MIN.getEpochSecond() <= second && second < LAST_SECOND;
    return Instant.ofEpochSecond(check(second, possible, "a time is out of range"));
  }

  /** A number below this one. */
  int below(long limit) {
    long number = number();
    return (int) check(number, number < limit, "a number is out of range");
  }

  /** How many of something follow that needs a byte each at least. */
  int count() {
    return below(end - at + 1L);
  }

  /** Places in a list of this size, ascending. */
  IntStream places(int size) {
    int[] places = new int[count()];
    int next = 0;
    for (int at = 0; at < places.length; at++) {
      places[at] = next + below(size - (long) next);
      next = places[at] + 1;
    }
    return Arrays.stream(places);
  }

  String text() {
    ByteBuffer encoded = ByteBuffer.wrap(raw(count()));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
    } catch (CharacterCodingException broken) {
      throw corrupt("a text is broken");
    }
  }

  byte[] raw(int length) {
    if (length > end - at) {
      throw corrupt("they end too early");
    }
    byte[] raw = new byte[length];
    System.arraycopy(bytes, at, raw, 0, length);
    at += length;
    return raw;
  }

  void close() {
    if (at != end) {
      throw corrupt("something follows the last row");
    }
  }

  CorruptRows corrupt(String what) {
    return new CorruptRows("Rows are corrupt at byte " + at + " of " + bytes.length + ": " + what);
  }

  private byte next() {
    if (at == end) {
      throw corrupt("they end too early");
    }
    return bytes[at++];
  }

  private long check(long number, boolean holds, String otherwise) {
    if (!holds) {
      throw corrupt(otherwise);
    }
    return number;
  }
}
