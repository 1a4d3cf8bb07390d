package org.alike.members;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a mailbox when a signup for it arrives.
 *
 * @param submission the last submission that was taken for it; empty when none was
 * @param withdrawn the version at which that one was withdrawn; 0 when it was not
 * @param quota its mails
 * @param pending the signup that waits to be confirmed
 * @param member the member it belongs to
 */
record Standing(
    String submission,
    long withdrawn,
    MailQuota quota,
    Optional<Pending> pending,
    Optional<String> member) {

  /**
   * A signup that waits to be confirmed.
   *
   * @param submission the submission that it came by
   * @param version and its version
   * @param token digest of the token in its link
   * @param expires when the link ends
   * @param visibility who may see the member it makes
   */
  record Pending(
      String submission, long version, String token, Instant expires, Visibility visibility) {}

  /** Whether this signup is the last one taken, or an older one, or an older version of it. */
  boolean isAheadOf(Signup signup) {
    return submission.compareTo(signup.submission()) >= 0
        && !isCorrectedBy(signup)
        && !isBroughtBackBy(signup);
  }

  /** Whether it was set aside, and is accepted now. */
  private boolean isBroughtBackBy(Signup signup) {
    return submission.equals(signup.submission()) && withdrawn > 0 && withdrawn < signup.version();
  }

  /** Whether this is what waits to be confirmed, as its sender has corrected it since. */
  boolean isCorrectedBy(Signup signup) {
    return pending
        .filter(p -> p.submission().equals(signup.submission()) && p.version() < signup.version())
        .isPresent();
  }
}
