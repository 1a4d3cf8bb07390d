package org.alike.forms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;

/**
 * The links by which newsletters are confirmed and ended. They are sealed, not kept: one names its
 * submission, and what may be done with it the submission itself says. Thread-safe.
 */
final class SubscriptionLinks {
  /** How many days one can confirm. */
  static final int DAYS = 7;

  /** The same. */
  static final Duration CONFIRMABLE = Duration.ofDays(DAYS);

  private static final String BINDING = "subscription";
  private final Cursors seals;

  /** A place in the table. */
  record Named(String form, String submission) {}

  /** Sealed with this key. */
  SubscriptionLinks(Supplier<byte[]> key) {
    seals = new Cursors(key);
  }

  String token(Submission submission) {
    return seals.seal(BINDING, List.of(submission.form(), submission.id()));
  }

  /** What a link leads to; empty when it was never given out. */
  Optional<Named> open(String token) {
    try {
      List<String> place = seals.open(BINDING, token);
      boolean fits = place.size() == 2 && FormName.isOne(place.get(0)) && Ids.isId(place.get(1));
      return fits ? Optional.of(new Named(place.get(0), place.get(1))) : Optional.empty();
    } catch (Failure neverGivenOut) {
      return Optional.empty();
    }
  }
}
