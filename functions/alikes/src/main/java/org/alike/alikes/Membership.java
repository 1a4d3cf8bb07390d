package org.alike.alikes;

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

  /** Whether this is news to somebody who has heard the other. */
  default boolean supersedes(Membership other) {
    if (version() == other.version()) {
      return this instanceof Erased && other instanceof Joined;
    }
    return version() > other.version();
  }
}
