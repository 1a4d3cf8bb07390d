package org.alike.alikes;

import java.util.List;

/** A segment as the manifest's item names it: {@code "7-0 7 1200 50321"}. */
final class StoredSegment {
  private StoredSegment() {}

  static String text(Segment segment) {
    return "%s %d %d %d".formatted(segment.id(), segment.run(), segment.people(), segment.bytes());
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
