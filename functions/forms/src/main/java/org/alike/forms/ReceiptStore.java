package org.alike.forms;

import java.time.Instant;
import java.util.Optional;

/** Lets those who sent a submission see and change it. */
interface ReceiptStore {
  /** The submission, unless it is gone, has expired, or its link was revoked. */
  Optional<Held> find(Receipt receipt);

  /** Whether the submission was withdrawn a short while ago. */
  boolean isWithdrawn(Receipt receipt);

  /**
   * Replaces what a submission says.
   *
   * @return false, and nothing is changed, when it is another version by now
   */
  boolean correct(Held before, Submission after, Instant at);

  /**
   * Removes a submission; what stays for a while is that nothing late brings it back.
   *
   * @return false, and nothing is changed, when it is another version by now
   */
  boolean withdraw(Held before, Instant at);

  /** Lets its link lead nowhere from now on; the submission stays. Again changes nothing. */
  void revoke(Receipt receipt);
}
