package org.alike.wisdom;

import java.util.List;
import java.util.Optional;

/**
 * A page, thread or reply, as the last event told it: the unit that is stored, replaced and emptied
 * as a whole. One that may no longer be quoted has no passages, but keeps its version, so that a
 * late event can't bring it back.
 *
 * @param id e.g. {@code thread/0190...}
 * @param version of the entity
 * @param thread the thread a reply belongs to; it may be quoted only while that one may
 * @param passages what may be quoted
 * @param removed whether it is a thread whose author removed it: its replies, which carry its
 *     title, are emptied with it
 */
record Source(
    String id, long version, Optional<String> thread, List<Passage> passages, boolean removed) {
  /** Keeps its own copy. */
  Source {
    passages = List.copyOf(passages);
  }

  /** One that stands, with what may be quoted of it. */
  static Source of(String id, long version, Optional<String> thread, List<Passage> passages) {
    return new Source(id, version, thread, passages, false);
  }

  /** The same without anything to quote. */
  Source emptied() {
    return new Source(id, version, thread, List.of(), removed);
  }

  /** The id of the source that a reply in this thread is; replies of a thread begin alike. */
  static String ofReply(String threadId, String replyId) {
    return ofThread(threadId) + "/reply/" + replyId;
  }

  /** The id of the source that a thread is. */
  static String ofThread(String threadId) {
    return "thread/" + threadId;
  }
}
