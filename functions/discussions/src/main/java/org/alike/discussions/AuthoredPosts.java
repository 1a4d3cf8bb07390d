package org.alike.discussions;

import java.util.List;
import java.util.Optional;

/** What an author has written, and what becomes of it. Implementations are thread-safe. */
interface AuthoredPosts {
  /** A thread, or one of its replies. */
  record Post(String threadId, Optional<String> replyId) {}

  /** Some of what this author wrote and is known for; empty when there is nothing left. */
  List<Post> some(String author);

  /** All that this author wrote and that may, or may not, be quoted elsewhere. */
  List<Post> all(String author, boolean quotable);

  /**
   * Makes a post quotable or not, as the author stands.
   *
   * @return false when the profile is no longer the newest: then nothing was written
   */
  boolean follow(Profile author, Post post);

  /** Takes the author's name off a post, which is quoted no more. Repeatable. */
  void anonymise(String author, Post post);

  /**
   * Takes a post away. A thread that others replied to stays as an empty shell for their replies,
   * until the last of them goes too. Repeatable.
   */
  void remove(String author, Post post);
}
