package org.alike.discussions;

import java.time.Instant;
import java.util.Optional;

/**
 * A thread as it was started.
 *
 * @param id sorts by time
 * @param condition id of the condition whose community it belongs to
 * @param visibility who may read it
 * @param title one line
 * @param text plain text with its line breaks
 * @param author absent once the member is erased
 * @param postedAt when, in whole milliseconds
 * @param removed whether it is only there for the replies of others: closed, with nothing of what
 *     its author wrote
 * @param version grows with each change of what is named here; replies don't count
 */
record DiscussionThread(
    String id,
    String condition,
    Visibility visibility,
    String title,
    String text,
    Optional<Author> author,
    Instant postedAt,
    boolean removed,
    long version) {
  /** Title and text of a thread that its author has removed. */
  static final String REMOVED = "Removed by its author";

  /** The same without its author. */
  DiscussionThread nameless() {
    return new DiscussionThread(
        id, condition, visibility, title, text, Optional.empty(), postedAt, removed, version + 1);
  }

  /** What is left of it for the replies of others. */
  DiscussionThread emptied() {
    return new DiscussionThread(
        id, condition, visibility, REMOVED, REMOVED, Optional.empty(), postedAt, true, version + 1);
  }
}
