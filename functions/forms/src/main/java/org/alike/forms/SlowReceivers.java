package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Webhooks that lately failed or were slow, as far as this instance knows. New submissions don't
 * wait for them: they are left to the retries, so that one owner's broken program holds up nobody
 * else's mail. Thread-safe.
 */
final class SlowReceivers {
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final int MOST_KNOWN = 1_000;
  private final Map<String, Instant> until = new HashMap<>();

  synchronized boolean has(DeliveryJob job, Instant now) {
    return until.getOrDefault(receiver(job), Instant.EPOCH).isAfter(now);
  }

  /** Notes how a try went. */
  synchronized void note(DeliveryJob job, Attempt attempt, Duration took, Instant now) {
    if (until.size() >= MOST_KNOWN) {
      until.clear();
    }
    boolean slow = attempt.verdict() == Attempt.Verdict.LATER || took.compareTo(SLOW) > 0;
    if (slow) {
      until.put(receiver(job), now.plus(KNOWN));
    }
  }

  private static String receiver(DeliveryJob job) {
    return job.form().form() + " " + job.part().receiver();
  }
}
