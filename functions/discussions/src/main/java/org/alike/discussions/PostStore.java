package org.alike.discussions;

import java.time.Instant;
import java.util.Optional;
import org.alike.kernel.Marker;

/** Keeps threads and their replies. Implementations are thread-safe. */
interface PostStore {
  /** How adding a post ended. */
  sealed interface Added {
    /** It is there, with everything that belongs to it. */
    record Done() implements Added {}

    /** Nothing was written: the author posted the same a moment ago, under this id. */
    record Duplicate(String id) implements Added {}

    /** Nothing was written: there is no active author of this id. */
    record NoAuthor() implements Added {}

    /** Nothing was written: the thread was removed in the meantime. */
    record NoThread() implements Added {}

    /** Nothing was written: the thread is only there for the replies it has. */
    record Closed() implements Added {}
  }

  /**
   * What happened in a thread so far.
   *
   * @param replies how many
   * @param last when it was started or last replied to
   */
  record Activity(long replies, Instant last) {}

  /** Adds a thread with its feed entries and the request's marker: all or nothing. */
  Added add(DiscussionThread thread, Optional<Marker> marker);

  /** Adds a reply, counts it, moves the thread up in its feeds: all or nothing. */
  Added add(DiscussionThread thread, Reply reply, Optional<Marker> marker);

  /** The thread with this id, whoever may read it. */
  Optional<DiscussionThread> thread(String id);

  /** What happened in this thread so far. */
  Activity activity(DiscussionThread thread);

  /** The reply with this id in this thread. */
  Optional<Reply> reply(String threadId, String id);

  /** Replies, oldest first, behind the one with this id; empty for the beginning. */
  Slice<Reply> replies(String threadId, Optional<String> after, int limit);
}
