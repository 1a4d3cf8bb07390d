package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How many mails an address gets from us, so that nobody can flood somebody else's mailbox: one a
 * minute, five a day (UTC). A mail that comes too early waits its turn; one that has not gone out
 * when the next is asked for is replaced by it and doesn't count twice. Pure.
 *
 * @param day the day that is counted
 * @param mails how many of that day
 * @param last when the last one was or will be sent
 */
record MailQuota(LocalDate day, int mails, Instant last) {
  private static final int A_DAY = 5;
  private static final Duration APART = Duration.ofMinutes(1);

  /** Of an address that never got any. */
  static final MailQuota FRESH = new MailQuota(LocalDate.EPOCH, 0, Instant.EPOCH);

  /** Whether the last mail is still waiting for its turn. */
  boolean waits(Instant now) {
    return last.isAfter(now);
  }

  /** The quota with one mail more, due at its {@code last}; empty when there is none left today. */
  Optional<MailQuota> take(Instant now) {
    if (waits(now)) {
      return Optional.of(this);
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    int before = today.equals(day) ? mails : 0;
    Instant free = last.plus(APART);
    Instant due = free.isAfter(now) ? free : now;
    return before >= A_DAY ? Optional.empty() : Optional.of(new MailQuota(today, before + 1, due));
  }
}
