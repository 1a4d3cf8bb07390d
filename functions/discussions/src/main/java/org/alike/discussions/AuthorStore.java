package org.alike.discussions;

import java.util.List;
import java.util.Optional;

/** Keeps who may post and what they posted. Implementations are thread-safe. */
interface AuthorStore {
  /**
   * What we know of a member.
   *
   * @param author id and name; the name of an erased member is empty
   * @param version of the member, as told by the last event
   * @param erased for good: nothing brings an erased author back
   */
  record Profile(Author author, long version, boolean erased) {}

  /** A thread, or one of its replies. */
  record Post(String threadId, Optional<String> replyId) {}

  /** What we know of this member so far. */
  Optional<Profile> profile(String id);

  /** Notes a member's name, unless a newer one is noted or the member is erased. */
  void note(Author author, long version);

  /** Forgets the member's name and everything the member may still add. Repeatable. */
  void bury(String id, long version);

  /** Some of what this author wrote and is named with; empty when there is nothing left. */
  List<Post> posts(String author);

  /** Takes the author's name off a post; does nothing when that was done before. */
  void anonymise(String author, Post post);

  /** Forgets the rest: the digests of what was posted lately. */
  void forgetGuards(String author);
}
