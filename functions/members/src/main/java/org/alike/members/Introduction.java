package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One member's wish to get in touch with another, as one of the two has it.
 *
 * @param id the same for both
 * @param direction whether this member asked or was asked
 * @param other the other one
 * @param note what the one who asked wrote; nothing once it was declined or withdrawn
 * @param asked when
 * @param state how it stands; the two sides differ after it was declined: who asked isn't told
 * @param partings how often one of the two had blocked the other by then
 */
record Introduction(
    String id,
    Direction direction,
    String other,
    String note,
    Instant asked,
    State state,
    long partings) {
  /** How long somebody has time to answer. */
  static final Duration WAITS = Duration.ofDays(30);

  /** In this time nobody asks the same person twice. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** Who asked. */
  enum Direction {
    SENT,
    RECEIVED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it stands. */
  enum State {
    WAITING,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A new one, as who asks has it. */
  static Introduction asking(String id, String other, String note, Instant now, Tie tie) {
    return new Introduction(id, Direction.SENT, other, note, now, State.WAITING, tie.partings());
  }

  /** The same as the other has it, for whom it is with this member. */
  Introduction turned(String to) {
    Direction opposite = direction == Direction.SENT ? Direction.RECEIVED : Direction.SENT;
    return new Introduction(id, opposite, to, note, asked, state, partings);
  }

  /** The same in another state; what was written goes with a request that has ended. */
  Introduction becoming(State next) {
    String kept = next == State.DECLINED || next == State.WITHDRAWN ? "" : note;
    return new Introduction(id, direction, other, kept, asked, next, partings);
  }

  /** Whether it waits for an answer. */
  boolean isOpen(Tie tie, Instant now) {
    return state == State.WAITING && holds(tie) && asked.plus(WAITS).isAfter(now);
  }

  /** Whether its member is shown it. */
  boolean isShown(Tie tie, Instant now) {
    return isOpen(tie, now) || (state == State.ACCEPTED && !tie.parts());
  }

  /** Whether the other told their name by it: who asks does, and who says yes. */
  boolean namesTheOther() {
    return direction == Direction.RECEIVED || state == State.ACCEPTED;
  }

  /** Whether this member asked so short a time ago that they can't ask the other again. */
  boolean isRecent(Instant now) {
    return direction == Direction.SENT && asked.plus(REMEMBERED).isAfter(now);
  }

  /** A block, even one that has ended, ends what waited before it. */
  private boolean holds(Tie tie) {
    return !tie.parts() && tie.partings() == partings;
  }
}
