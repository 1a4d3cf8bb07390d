package org.alike.discussions;

import java.time.Instant;

/** Moments as texts that sort by time: milliseconds of the epoch, always in 15 digits. Pure. */
final class Moment {
  private static final long PADDING = 1_000_000_000_000_000L;

  private Moment() {}

  static String of(Instant moment) {
    return Long.toString(PADDING + moment.toEpochMilli()).substring(1);
  }

  static Instant parse(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text));
  }
}
