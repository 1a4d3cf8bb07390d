package org.alike.alikes;

import java.util.Collection;
import java.util.List;

/**
 * The last that was heard of a member. Of two, the one with the higher version holds; at the same
 * version an erasure does, so that any order of delivery ends in the same state.
 */
sealed interface Membership permits Joined, Erased {
  /** The member's id. */
  String id();

  /** The version of the member that this is. */
  long version();

  /** Ids of the conditions whose cohorts the member is in. */
  List<String> cohorts();

  /**
   * Ids of the conditions whose cohorts the member has left, where a row may still have to be taken
   * out of a segment. Nobody sees it any more; what is left to do is remembered here until it is
   * done.
   */
  List<String> leaving();

  /** The same, having left these. */
  Membership leaving(Collection<String> cohorts);

  /** Whether this was heard before, as the other. */
  default boolean repeats(Membership other) {
    return version() == other.version() && getClass() == other.getClass();
  }

  /** Whether this is news to somebody who has heard the other. */
  default boolean supersedes(Membership other) {
    if (version() == other.version()) {
      return this instanceof Erased && other instanceof Joined;
    }
    return version() > other.version();
  }
}
