package org.alike.members;

import java.time.Instant;

/**
 * Erases members in two steps: after the first there is no such member any more, and no write for
 * one finds its way into the table; the second removes what is left, however much that is.
 */
interface ErasureStore {
  /**
   * Replaces the member by a tombstone, together with everything by which they could come back or
   * sign in.
   *
   * @param until when the tombstone goes too
   * @return false, and nothing is changed, when the member has changed in the meantime
   */
  boolean begin(Member member, PostsChoice posts, Instant now, Instant until);

  /** Removes what is left of a member who was erased; changes nothing for any other. */
  void finish(String member);
}
