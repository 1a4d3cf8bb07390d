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
    long version) {
  /** Whether this caller may know of it; a stranger is empty. */
  boolean readableBy(Optional<String> member) {
    return Visibility.readableBy(member).contains(visibility);
  }
}
