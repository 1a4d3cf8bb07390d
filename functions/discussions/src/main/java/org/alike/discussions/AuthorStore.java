package org.alike.discussions;

/** Keeps who may post, and who doesn't see whom. Implementations are thread-safe. */
interface AuthorStore {
  /** What we know of this member so far. */
  Profile profile(String id);

  /**
   * Notes a member's name and whether the consent was withdrawn, unless something newer is noted or
   * the member is erased. Where the standing changes, the profile is unsettled from here on.
   */
  void note(Author author, long version, boolean withdrawn);

  /** The member's posts follow this profile now; does nothing when a newer one is noted. */
  void settle(Profile profile);

  /** Forgets the member's name and everything the member may still add. Repeatable. */
  void bury(String id, long version);

  /**
   * Notes that two members are apart, or together again, unless something newer is noted for the
   * pair in this order or one of them is erased.
   */
  void keep(Block block);

  /**
   * Forgets the rest of a buried member: the digests of what was posted lately, and the blocks.
   * Repeatable.
   */
  void forget(String id);
}
