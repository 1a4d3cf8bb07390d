package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How many mails an address gets from us, so that nobody can flood somebody else's mailbox: five a
 * day (UTC), and the same link not twice within a minute. Pure.
 *
 * @param day the day that is counted
 * @param mails how many of that day
 * @param last when the last one was written
 */
record MailQuota(LocalDate day, int mails, Instant last) {
  private static final int A_DAY = 5;

  /** So many of them at most are letters that nobody waits for. */
  private static final int CAN_BE_MISSED = 3;

  private static final Duration APART = Duration.ofMinutes(1);

  /** Of an address that never got any. */
  static final MailQuota FRESH = new MailQuota(LocalDate.EPOCH, 0, Instant.EPOCH);

  /** Whether the last mail is so young that it may still be on its way. */
  boolean isFresh(Instant now) {
    return last.plus(APART).isAfter(now);
  }

  /** The quota with one mail more; empty when there is none left today. */
  Optional<MailQuota> next(Instant now) {
    return next(now, A_DAY);
  }

  /** The same for a letter that can be missed: it leaves some of the day to those that can't. */
  Optional<MailQuota> spare(Instant now) {
    return next(now, CAN_BE_MISSED);
  }

  private Optional<MailQuota> next(Instant now, int most) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    int before = today.equals(day) ? mails : 0;
    return before >= most ? Optional.empty() : Optional.of(new MailQuota(today, before + 1, now));
  }
}
