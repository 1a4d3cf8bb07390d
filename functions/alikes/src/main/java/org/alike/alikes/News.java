package org.alike.alikes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.EventBus;
import org.alike.kernel.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Tells the bus whom to tell that somebody close has joined, each member once in seven days at
 * most. First it is written that there is news, then the bus hears it, then that it has: after a
 * crash anywhere the next look goes on where this one stopped, with the same event. Thread-safe,
 * and two looks at once do no harm.
 */
final class News {
  private static final String SOURCE = "alike.alikes";
  private final WatchStore watches;
  private final Closeness closeness;
  private final EventBus bus;
  private final Clock clock;

  /** Says whether somebody close to a member joined after this moment. */
  @FunctionalInterface
  interface Closeness {
    boolean anyJoined(String memberId, Instant since);
  }

  News(WatchStore watches, Closeness closeness, EventBus bus, Clock clock) {
    this.watches = watches;
    this.closeness = closeness;
    this.bus = bus;
    this.clock = clock;
  }

  /**
   * Looks for all who wish it, and tells how many events the bus took. What fails for one member
   * holds up no other; the next look tries again.
   *
   * @throws RuntimeException the first failure, after everybody was looked for
   */
  int look() {
    Round round = new Round();
    watches.each(round::look);
    if (round.fault != null) {
      throw round.fault;
    }
    return round.told;
  }

  private final class Round {
    private int told;
    private @Nullable RuntimeException fault;

    void look(Watch watch) {
      try {
        told += decided(watch).filter(News.this::deliver).isPresent() ? 1 : 0;
      } catch (RuntimeException thrown) {
        fault = fault == null ? thrown : fault;
      }
    }
  }

  /** The watch when there is news that the bus has not heard. */
  private Optional<Watch> decided(Watch watch) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (watch.pending()) {
      return Optional.of(watch);
    }
    if (!watch.due(now)) {
      return Optional.empty();
    }
    if (closeness.anyJoined(watch.memberId(), watch.since())) {
      Watch decided = watch.decided(now);
      return Optional.of(decided).filter(next -> watches.replace(watch, next));
    }
    if (watch.old(now)) {
      watches.replace(watch, watch.looked(now));
    }
    return Optional.empty();
  }

  private boolean deliver(Watch watch) {
    String cause = Invocation.current().map(Invocation::cause).orElse("");
    boolean taken = bus.publish(SOURCE, List.of(watch.event(cause))).isEmpty();
    if (taken) {
      watches.replace(watch, watch.delivered());
    }
    return taken;
  }
}
