package org.alike.alikes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * A member's id in bytes: 16 for a UUID as we make them, which sort as their texts do; else its
 * text. Within sorted rows only what differs from the one before is kept, for ids of the same weeks
 * begin alike.
 */
final class Reference {
  private static final int UUID_BYTES = 16;
  static final Reference NONE = new Reference(false, new byte[0]);
  private final boolean uuid;
  private final byte[] bytes;

  private Reference(boolean uuid, byte[] bytes) {
    this.uuid = uuid;
    this.bytes = bytes;
  }

  static Reference of(String id) {
    if (id.length() == 36) {
      try {
        UUID uuid = UUID.fromString(id);
        if (uuid.toString().equals(id)) {
          return of(uuid);
        }
      } catch (IllegalArgumentException none) {
        // It is as good as any other text.
      }
    }
    return new Reference(false, id.getBytes(StandardCharsets.UTF_8));
  }

  private static Reference of(UUID uuid) {
    ByteBuffer both = ByteBuffer.allocate(UUID_BYTES);
    both.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    return new Reference(true, both.array());
  }

  String id() {
    return id(uuid, bytes, 0, bytes.length);
  }

  /** The id of which these are the bytes. */
  static String id(boolean uuid, byte[] bytes, int from, int to) {
    if (uuid) {
      ByteBuffer both = ByteBuffer.wrap(bytes, from, UUID_BYTES);
      return new UUID(both.getLong(), both.getLong()).toString();
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  boolean uuid() {
    return uuid;
  }

  /** When the id was made, in seconds, if it tells. */
  long seconds() {
    boolean timed = uuid && (bytes[6] >>> 4) == 7;
    return timed ? (ByteBuffer.wrap(bytes).getLong() >>> 16) / 1000 : 0;
  }

  /** Writes it whole, and tells how many bytes that took. */
  int write(RowOutput out) {
    out.raw(bytes, 0);
    return bytes.length;
  }

  void write(RowOutput out, Reference before) {
    int common = uuid == before.uuid ? common(before) : 0;
    if (uuid) {
      out.number(Math.min(common, UUID_BYTES - 1));
      out.raw(bytes, Math.min(common, UUID_BYTES - 1));
    } else {
      out.number(UUID_BYTES + (long) common);
      out.number(bytes.length - common);
      out.raw(bytes, common);
    }
  }

  static Reference read(RowInput in, Reference before) {
    int head = in.below(Integer.MAX_VALUE);
    boolean uuid = head < UUID_BYTES;
    int common = uuid ? head : head - UUID_BYTES;
    if (common > 0 && (uuid != before.uuid || common > before.bytes.length)) {
      throw in.corrupt("a reference begins like none before");
    }
    byte[] rest = in.raw(uuid ? UUID_BYTES - common : in.count());
    byte[] bytes = Arrays.copyOf(before.bytes, common + rest.length);
    System.arraycopy(rest, 0, bytes, common, rest.length);
    return new Reference(uuid, bytes);
  }

  private int common(Reference other) {
    int differs = Arrays.mismatch(bytes, other.bytes);
    return differs < 0 ? bytes.length : differs;
  }
}
