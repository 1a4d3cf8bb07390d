package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The posts of members, as far as discussions told of them. Reads consistently. */
interface PostStore {
  /**
   * Some of a member's posts.
   *
   * @param posts in the order of their keys
   * @param next where those behind them begin; empty when there are no more
   */
  record Page(List<Post> posts, List<String> next) {
    /** Keeps its own copies. */
    public Page {
      posts = List.copyOf(posts);
      next = List.copyOf(next);
    }
  }

  /**
   * Keeps a post as of a version; an older one than was heard of changes nothing, nor does a post
   * of an author who is no member any more.
   */
  void keep(Post post, String author, long version);

  /**
   * Forgets a post that was removed or has no author any more.
   *
   * @param until how long it is remembered, so that an older version that comes later changes
   *     nothing
   */
  void forget(Post.Id post, long version, Instant until);

  /** A member's posts, at most so many, behind this place. */
  Page of(String member, Optional<List<String>> after, int most);
}
