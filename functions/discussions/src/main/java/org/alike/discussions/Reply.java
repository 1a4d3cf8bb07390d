package org.alike.discussions;

import java.time.Instant;
import java.util.Optional;

/**
 * A reply to a thread.
 *
 * @param id sorts by time
 * @param text plain text with its line breaks
 * @param author absent once the member is erased
 * @param postedAt when, in whole milliseconds
 * @param replyTo id of the reply of the same thread that it answers, if any; it may be gone
 * @param version grows with each change
 */
record Reply(
    String id,
    String text,
    Optional<Author> author,
    Instant postedAt,
    Optional<String> replyTo,
    long version) {
  /** The same without its author. */
  Reply nameless() {
    return new Reply(id, text, Optional.empty(), postedAt, replyTo, version + 1);
  }
}
