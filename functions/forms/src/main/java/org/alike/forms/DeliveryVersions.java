package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether anybody is to hear of a form's submissions, for whoever keeps them. Yes is remembered for
 * seconds, no hardly at all: who has just added a webhook tries it at once. Thread-safe.
 */
final class DeliveryVersions {
  private static final Duration YES = Duration.ofSeconds(5);
  private static final Duration NO = Duration.ofSeconds(1);
  private static final int MOST_KNOWN = 500;

  private record Known(Optional<Long> version, Instant until) {}

  private final DeliverySettingsStore store;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  DeliveryVersions(DeliverySettingsStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What the submission is marked with; a newsletter's always, since its sender is to hear. */
  Optional<Long> of(Submission submission) {
    Optional<Long> version = version(submission.form());
    return submission.purpose() == Purpose.NEWSLETTER ? version.or(() -> Optional.of(0L)) : version;
  }

  private Optional<Long> version(String form) {
    Known last = known.get(form);
    if (last != null && last.until().isAfter(clock.instant())) {
      return last.version();
    }
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    Optional<Long> version = store.activeVersion(form);
    Instant until = clock.instant().plus(version.isPresent() ? YES : NO);
    known.put(form, new Known(version, until));
    return version;
  }
}
