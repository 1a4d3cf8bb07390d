package org.alike.discussions;

import java.time.Instant;
import java.util.Optional;

/**
 * A thread as feeds show it. Kept beside the thread by whoever writes, in the same transaction, so
 * that a page of a feed needs no other read.
 *
 * @param id the thread
 * @param condition id of the condition
 * @param visibility who may read it
 * @param title the thread's
 * @param excerpt its first words
 * @param authorName absent once the member is erased
 * @param replies how many
 * @param postedAt when the thread was started
 * @param lastActivity when it was started or last replied to; never goes back
 */
record FeedEntry(
    String id,
    String condition,
    Visibility visibility,
    String title,
    String excerpt,
    Optional<String> authorName,
    long replies,
    Instant postedAt,
    Instant lastActivity) {
  /** The entry of a thread that was just started. */
  static FeedEntry of(DiscussionThread thread) {
    return new FeedEntry(
        thread.id(),
        thread.condition(),
        thread.visibility(),
        thread.title(),
        Excerpt.of(thread.text()),
        thread.author().map(Author::displayName),
        0,
        thread.postedAt(),
        thread.postedAt());
  }
}
