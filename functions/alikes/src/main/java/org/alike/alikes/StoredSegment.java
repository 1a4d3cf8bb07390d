package org.alike.alikes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.alike.store.Item;
import org.alike.store.Key;

/**
 * A segment as the manifest's item names it, {@code "7-0 7 1200 50321"}, and as an item of its own.
 * Names of features repeat words, and rows small numbers: compressed they take a quarter less.
 */
final class StoredSegment {
  private static final String ROWS = "rows";
  private static final int MOST_UNPACKED = 4 * Segment.MOST_BYTES;

  private StoredSegment() {}

  static String text(Segment segment) {
    return "%s %d %d %d".formatted(segment.id(), segment.run(), segment.people(), segment.bytes());
  }

  static Item item(Key key, byte[] rows) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(rows);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Item.of(key).with(ROWS, packed.toByteArray());
  }

  static byte[] rows(Item item) {
    byte[] packed = item.bytes(ROWS).orElseThrow();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(MOST_UNPACKED);
    } catch (IOException corrupt) {
      throw new CorruptRows("A segment of " + packed.length + " bytes can't be decompressed");
    }
  }

  static Segment of(String text) {
    List<String> parts = List.of(text.split(" ", -1));
    return new Segment(
        parts.get(0),
        Long.parseLong(parts.get(1)),
        Integer.parseInt(parts.get(2)),
        Integer.parseInt(parts.get(3)));
  }
}
