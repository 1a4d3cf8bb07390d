package org.alike.forms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alike.kernel.Cursors;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;

/**
 * The links by which newsletters are confirmed and ended. They are sealed, not kept: one names its
 * submission, and what may be done with it the submission itself says. Thread-safe.
 */
final class SubscriptionLinks {
  /** How many days one can confirm. */
  static final int DAYS = 7;

  /** The same. */
  static final Duration CONFIRMABLE = Duration.ofDays(DAYS);

  private static final int DIGEST = 16;
  private static final String BINDING = "subscription";
  private final Cursors seals;

  /**
   * What a link names.
   *
   * @param form the newsletter's form
   * @param submission by which it was asked for
   * @param mailbox digest of the one that the link was sent to
   */
  record Named(String form, String submission, String mailbox) {}

  /** Sealed with this key. */
  SubscriptionLinks(Supplier<byte[]> key) {
    seals = new Cursors(key);
  }

  /** For whoever reads this mailbox. */
  String token(Submission submission, String mailbox) {
    return seals.seal(BINDING, List.of(submission.form(), submission.id(), digest(mailbox)));
  }

  /** What stands for a mailbox in a link: enough to tell one from another. */
  static String digest(String mailbox) {
    return Digest.of(mailbox).substring(0, DIGEST);
  }

  /** What a link leads to; empty when it was never given out. */
  Optional<Named> open(String token) {
    try {
      List<String> place = seals.open(BINDING, token);
      return Optional.of(new Named(place.get(0), place.get(1), place.get(2)));
    } catch (Failure neverGivenOut) {
      return Optional.empty();
    }
  }
}
