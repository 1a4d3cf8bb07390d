package org.alike.members;

import java.util.List;

/** Keeps who has blocked whom. Whoever reads it sees every block that was answered before. */
interface BlockStore extends Blocks {
  @Override
  default boolean areParted(String one, String other) {
    return between(one, other).parts();
  }

  /** What stands between a member and another one. */
  Tie between(String member, String other);

  /** All ties of a member that ever had a block, in the order of the others' ids. */
  List<Tie> of(String member);

  /**
   * Changes both sides of a tie.
   *
   * @param seen what the change was made from
   * @return false, and nothing is changed, when the tie is no longer as seen, or one of the two is
   *     no member any more
   */
  boolean change(String member, Tie seen, Tie tie);
}
