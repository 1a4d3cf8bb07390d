package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How often a member asks others to get in touch, so that nobody pesters: ten a day (UTC), and five
 * that wait for an answer at a time. Each time is a new version, so that two at once don't both
 * pass as the last one. Pure.
 *
 * @param version grows each time
 * @param day the day that is counted
 * @param times how often on that day
 */
record Asking(long version, LocalDate day, int times) {
  /** So many wait for an answer at most. */
  static final int WAITING = 5;

  private static final int A_DAY = 10;

  /** Of a member who hasn't asked, or not lately. */
  static final Asking NONE = new Asking(0, LocalDate.EPOCH, 0);

  /** Once more; empty when that is too often today. */
  Optional<Asking> next(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    int before = today.equals(day) ? times : 0;
    return before >= A_DAY
        ? Optional.empty()
        : Optional.of(new Asking(version + 1, today, before + 1));
  }

  /** How many seconds are left of the day. */
  static int untilTomorrow(Instant now) {
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    return (int) Duration.between(now, tomorrow.atStartOfDay(ZoneOffset.UTC)).toSeconds() + 1;
  }
}
