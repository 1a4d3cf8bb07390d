package org.alike.forms;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alike.kernel.Repeat;

/** Keeps submissions. */
interface SubmissionStore {
  /**
   * Keeps a submission, unless the same sender has sent the same content before, or the same
   * request was answered before. When this returns, the submission is there, and it is there once:
   * wherever it broke off, doing it again goes on from there.
   *
   * @param beforehand is done for the submission's id once that is known, before it is there
   * @return the id of the submission that holds this content: this one's or the earlier one's
   */
  String keep(
      Submission submission, Trace trace, Repeat<String> repeat, Consumer<String> beforehand);

  /**
   * The same in place of what was saved by this token: that is deleted as soon as this is there,
   * and not before, if it is of the same form.
   */
  default String keep(
      Submission submission,
      Trace trace,
      Repeat<String> repeat,
      Consumer<String> beforehand,
      Optional<PartialToken> partial) {
    return keep(submission, trace, repeat, beforehand);
  }

  /** What a network has sent to this form, as long as its limit looks back; at most so many. */
  List<Trace> recent(String form, String network, Period period, Limit limit);

  /** Erases all signups of the mailbox with this digest; erasing again changes nothing. */
  void eraseSignups(String sender);
}
