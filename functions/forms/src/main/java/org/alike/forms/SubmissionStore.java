package org.alike.forms;

import java.time.Instant;
import org.alike.kernel.Repeat;

/** Keeps submissions. */
interface SubmissionStore {
  /**
   * Keeps a submission, in one transaction with the marker of its request, unless the same sender
   * has sent the same content before.
   *
   * @param sameness names sender and content
   * @param until as long as this, a second one is the same
   * @return the id of the submission that holds this content: this one's or the earlier one's
   */
  String keep(Submission submission, String sameness, Instant until, Repeat<String> repeat);

  /** Erases all signups of the mailbox with this digest; erasing again changes nothing. */
  void eraseSignups(String sender);
}
