package org.alike.alikes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;

/**
 * That a member wishes to hear when somebody close joins.
 *
 * @param memberId the member
 * @param since who joined later has not been looked at
 * @param told when it was last decided that there is news
 * @param pending whether the bus may not have heard of that yet
 */
record Watch(String memberId, Instant since, Optional<Instant> told, boolean pending) {
  private static final Duration PAUSE = Duration.ofDays(7);

  /** Events can be so late, and somebody who joined be unknown for so long. */
  private static final Duration LATE = Duration.ofHours(6);

  private static final Duration OLD = Duration.ofDays(1);

  /** Whether the member may hear something again. */
  boolean due(Instant now) {
    return told.map(last -> !now.isBefore(last.plus(PAUSE))).orElse(true);
  }

  /** Whether it was so long ago that the next look should start later. */
  boolean old(Instant now) {
    return since.isBefore(now.minus(LATE).minus(OLD));
  }

  /** Nobody close has joined by now. */
  Watch looked(Instant now) {
    return new Watch(memberId, now.minus(LATE), told, pending);
  }

  /** Somebody has, which the member shall hear. */
  Watch decided(Instant now) {
    return new Watch(memberId, now, Optional.of(now), true);
  }

  /** The bus has heard it. */
  Watch delivered() {
    return new Watch(memberId, since, told, false);
  }

  /**
   * What the bus shall hear. The week is that of the decision, so that a repeat has the same id
   * whenever it comes; decisions are at least seven days apart, so that no two have the same week.
   */
  DomainEvent event(String cause) {
    Instant decided = told.orElseThrow();
    int year = decided.atZone(ZoneOffset.UTC).get(IsoFields.WEEK_BASED_YEAR);
    int week = decided.atZone(ZoneOffset.UTC).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return DomainEvent.of(
        "AlikeJoined",
        memberId,
        100L * year + week,
        decided,
        cause,
        Map.of("memberId", memberId, "week", "%d-W%02d".formatted(year, week)));
  }
}
