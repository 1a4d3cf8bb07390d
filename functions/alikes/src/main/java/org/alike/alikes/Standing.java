package org.alike.alikes;

import java.util.Set;
import org.alike.kernel.Failure;

/**
 * A member, and whom the member does not meet.
 *
 * @param membership the last that was heard of the member
 * @param parted ids of those whom the member has blocked, or who have blocked the member
 */
record Standing(Membership membership, Set<String> parted) {
  /** Keeps its own copy. */
  Standing {
    parted = Set.copyOf(parted);
  }

  /**
   * The member, as one who looks for Alikes.
   *
   * @throws Failure FORBIDDEN when the member has left, or has withdrawn the consent
   */
  Joined joined() {
    if (!(membership instanceof Joined joined)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "This membership has ended.");
    }
    if (!joined.person().matchable()) {
      throw Failure.of(
          Failure.Kind.FORBIDDEN, "You have withdrawn your consent to be matched with others.");
    }
    return joined;
  }
}
