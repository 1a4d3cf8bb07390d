package org.alike.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A member's wish to be reached at another address, and how often they wished it: five times a day
 * (UTC), so that nobody writes to strangers through us.
 *
 * @param revision grows with each change
 * @param day the day that is counted
 * @param times how often on that day
 * @param pending the wish that waits to be confirmed
 */
record AddressChange(long revision, LocalDate day, int times, Optional<Pending> pending) {
  private static final int A_DAY = 5;

  /** Of a member who hasn't wished it, or not lately. */
  static final AddressChange NONE = new AddressChange(0, LocalDate.EPOCH, 0, Optional.empty());

  /** Which mailbox a link was sent to. */
  enum Side {
    OLD,
    NEW
  }

  /**
   * A wish that waits.
   *
   * @param address the new one
   * @param oldToken digest of the token that was sent to the old address
   * @param newToken digest of the token that was sent to the new one
   * @param letters the ids of both letters
   * @param oldConfirmed whether the old address agreed
   * @param newConfirmed whether the new one did
   * @param expires when it ends
   */
  record Pending(
      Mailbox address,
      String oldToken,
      String newToken,
      List<String> letters,
      boolean oldConfirmed,
      boolean newConfirmed,
      Instant expires) {
    /** Keeps its own copy. */
    Pending {
      letters = List.copyOf(letters);
    }

    /** The side that a link of this token confirms, unless it did already. */
    Optional<Side> side(String token) {
      if (oldToken.equals(token) && !oldConfirmed) {
        return Optional.of(Side.OLD);
      }
      return newToken.equals(token) && !newConfirmed ? Optional.of(Side.NEW) : Optional.empty();
    }

    /** The same once this side has agreed. */
    Pending confirming(Side side) {
      return new Pending(
          address,
          oldToken,
          newToken,
          letters,
          oldConfirmed || side == Side.OLD,
          newConfirmed || side == Side.NEW,
          expires);
    }

    /** Whether both have agreed. */
    boolean isDone() {
      return oldConfirmed && newConfirmed;
    }
  }

  /** One wish more, instead of any other; empty when that is too often today. */
  Optional<AddressChange> wishing(Pending wish, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    int before = today.equals(day) ? times : 0;
    return before >= A_DAY
        ? Optional.empty()
        : Optional.of(new AddressChange(revision + 1, today, before + 1, Optional.of(wish)));
  }

  /** The same with this wish, or none. */
  AddressChange with(Optional<Pending> wish) {
    return new AddressChange(revision + 1, day, times, wish);
  }
}
