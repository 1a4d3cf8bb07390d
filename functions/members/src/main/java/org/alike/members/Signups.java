package org.alike.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;

/**
 * Taking a signup: one pending signup per mailbox, the newest, and one letter that asks to confirm
 * it. Signups that are older than the last one taken, or come again, change nothing. Thread-safe.
 */
final class Signups {
  /** How long a link confirms. */
  static final Duration VALID = Duration.ofDays(2);

  private static final int ATTEMPTS = 8;
  private final SignupStore store;
  private final AgeGate gate;
  private final Ids ids;
  private final RandomGenerator random;
  private final Clock clock;

  Signups(SignupStore store, AgeGate gate, Ids ids, RandomGenerator random, Clock clock) {
    this.store = store;
    this.gate = gate;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Takes a signup; another one for the same mailbox may get in between, so try again then. Of
   * those who are too young nothing is kept: the form has told them so.
   */
  void take(Signup signup) {
    if (gate.isTooYoung(signup.profile().person().birthYear(), clock.instant())) {
      return;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (tryTake(signup)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  /**
   * Forgets a signup that was taken back or set aside, and ends its link. Where it has not arrived
   * yet, it is remembered that it must not; where it was confirmed, there is a member, who decides.
   *
   * @param mailbox digest of the mailbox that it was for
   */
  void withdraw(String mailbox, String submission, long version) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (store.withdraw(mailbox, submission, version)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  /**
   * While a link is out that was mailed just now, or there is no mail left today, that link stays
   * good and confirms what was told last: a second press of the button must not kill it. It never
   * comes to confirm that more people may see the member: for that a new link is needed.
   */
  private boolean tryTake(Signup signup) {
    Instant now = clock.instant();
    Standing standing = store.standing(signup.mailbox());
    if (standing.isAheadOf(signup)) {
      return true;
    }
    Optional<MailQuota> quota =
        standing
            .quota()
            .next(now)
            .filter(next -> widens(standing, signup) || !hasItsLink(standing, signup, now));
    if (quota.isEmpty()) {
      return standing.pending().isEmpty()
          || widens(standing, signup)
          || store.amend(standing, signup);
    }
    Letter letter = letter(standing, signup, now);
    return standing.member().isPresent()
        ? store.tell(standing, signup, letter, quota.get())
        : store.await(standing, signup, letter, quota.get());
  }

  private static boolean widens(Standing standing, Signup signup) {
    return standing.pending().stream()
        .anyMatch(known -> signup.profile().shown().visibility().isWiderThan(known.visibility()));
  }

  /** A correction needs no link of its own. */
  private static boolean hasItsLink(Standing standing, Signup signup, Instant now) {
    return standing.isCorrectedBy(signup) || isOnItsWay(standing, now);
  }

  private static boolean isOnItsWay(Standing standing, Instant now) {
    boolean mailed = standing.pending().isPresent() || standing.member().isPresent();
    return mailed && standing.quota().isFresh(now);
  }

  private Letter letter(Standing standing, Signup signup, Instant now) {
    boolean member = standing.member().isPresent();
    return Letter.franked(
        ids.next(),
        member ? Letter.Kind.ALREADY_MEMBER : Letter.Kind.CONFIRM,
        signup.mailbox(),
        member ? Optional.empty() : Optional.of(Token.random(random)),
        now.plus(VALID));
  }
}
