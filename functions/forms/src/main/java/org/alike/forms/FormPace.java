package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many mails of one kind a form causes within an hour, as far as this instance knows: a flood
 * of submissions is no flood of mails. It keeps nothing, so that it costs nothing; what matters to
 * strangers is counted exactly by {@link MailAllowance}. Thread-safe.
 */
final class FormPace {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_KNOWN = 2_000;

  private record Count(Instant since, int mails) {}

  private final int most;
  private final Map<String, Count> counts = new HashMap<>();

  FormPace(int most) {
    this.most = most;
  }

  /** Counts a mail; false when it would be one too many. */
  synchronized boolean counts(String form, String kind, Instant now) {
    if (counts.size() >= MOST_KNOWN) {
      counts.clear();
    }
    Count fresh = new Count(now, 0);
    Count count = counts.getOrDefault(form + " " + kind, fresh);
    Count current = count.since().plus(HOUR).isAfter(now) ? count : fresh;
    counts.put(form + " " + kind, new Count(current.since(), current.mails() + 1));
    return current.mails() < most;
  }
}
