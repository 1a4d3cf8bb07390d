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
 * @param author absent once the member is erased
 * @param replies how many
 * @param postedAt when the thread was started
 * @param lastActivity when it was started or last replied to; goes back only when that reply is
 *     removed
 * @param removed whether the thread is only there for the replies of others
 */
record FeedEntry(
    String id,
    String condition,
    Visibility visibility,
    String title,
    String excerpt,
    Optional<Author> author,
    long replies,
    Instant postedAt,
    Instant lastActivity,
    boolean removed) {
  /** The entry of a thread that was just started. */
  static FeedEntry of(DiscussionThread thread) {
    return new FeedEntry(
        thread.id(),
        thread.condition(),
        thread.visibility(),
        thread.title(),
        Excerpt.of(thread.text()),
        thread.author(),
        0,
        thread.postedAt(),
        thread.postedAt(),
        thread.removed());
  }

  /** The same after this has happened in the thread. */
  FeedEntry with(long otherReplies, Instant otherActivity) {
    return new FeedEntry(
        id,
        condition,
        visibility,
        title,
        excerpt,
        author,
        otherReplies,
        postedAt,
        otherActivity,
        removed);
  }
}
