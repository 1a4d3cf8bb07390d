package org.alike.members;

import java.util.Optional;

/**
 * What is known about a mailbox when a signup for it arrives.
 *
 * @param submission the last submission that was taken for it; empty when none was
 * @param quota its mails
 * @param letter the last letter to it
 * @param token digest of the token that its pending signup waits for
 * @param member the member it belongs to
 */
record Standing(
    String submission,
    MailQuota quota,
    Optional<String> letter,
    Optional<String> token,
    Optional<String> member) {

  /** Whether this signup is the last one taken, or an older one. */
  boolean isAheadOf(Signup signup) {
    return submission.compareTo(signup.submission()) >= 0;
  }
}
