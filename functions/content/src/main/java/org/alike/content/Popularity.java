package org.alike.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.alike.kernel.Failure;

/**
 * How many members have what, read now and then; suggestions do without it where it can't be read.
 * Thread-safe.
 */
final class Popularity {
  /** It changes slowly, and costs a read. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final UsageStore store;
  private final Clock clock;
  private volatile Seen seen = new Seen(Instant.EPOCH, Tally.NONE);

  private record Seen(Instant at, Tally tally) {}

  Popularity(UsageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The numbers, ten minutes old at most; those known before when they can't be read now. */
  Tally current() {
    Seen known = seen;
    Instant now = clock.instant();
    if (known.at.plus(FRESH).isAfter(now)) {
      return known.tally;
    }
    // Marked as seen first, so that neither a burst of requests nor an outage reads it often.
    seen = new Seen(now, known.tally);
    try {
      Tally tally = store.tally();
      seen = new Seen(now, tally);
      return tally;
    } catch (Failure unavailable) {
      return known.tally;
    }
  }
}
