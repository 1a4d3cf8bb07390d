package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds submissions that the table's stream never told of: those that say that somebody is to hear
 * of them, and of which nobody did. It makes their messages due, no more. Thread-safe.
 */
final class LostDeliveries {
  /** The stream may take so long. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final Duration BACK = Duration.ofHours(1);

  /** Once an hour. */
  private static final Duration FAR_BACK = Duration.ofHours(25);

  private static final int EVERY_MINUTES = 10;
  private final DeliveryStore store;
  private final DeliverySettingsStore settings;
  private final DeliveryRound round;
  private final Clock clock;

  LostDeliveries(
      DeliveryStore store, DeliverySettingsStore settings, DeliveryRound round, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.round = round;
    this.clock = clock;
  }

  /** Looks, when it is time to; tells how many it found. */
  int sweep() {
    Instant now = clock.instant();
    int minute = now.atOffset(ZoneOffset.UTC).getMinute();
    if (minute % EVERY_MINUTES != 0) {
      return 0;
    }
    Instant from = now.minus(minute == 0 ? FAR_BACK : BACK);
    int found = 0;
    for (String form : settings.forms()) {
      for (int shard = 0; shard < SubmissionKeys.SHARDS; shard++) {
        List<Deliverable> lost = lost(form, shard, from, now.minus(LATE));
        lost.forEach(deliverable -> round.tell(deliverable, false));
        found += lost.size();
      }
    }
    return found;
  }

  private List<Deliverable> lost(String form, int shard, Instant from, Instant to) {
    List<Deliverable> told = store.between(form, shard, from, to);
    if (told.isEmpty()) {
      return told;
    }
    Map<String, Delivery> known =
        store.since(form, shard, from).stream()
            .collect(Collectors.toMap(Delivery::submission, Function.identity()));
    return told.stream()
        .filter(each -> isLost(each, Optional.ofNullable(known.get(each.submission().id()))))
        .toList();
  }

  private static boolean isLost(Deliverable deliverable, Optional<Delivery> known) {
    return known
        .filter(delivery -> delivery.stages().contains(deliverable.stage()))
        .filter(delivery -> !delivery.has(Part.State.HELD))
        .isEmpty();
  }
}
