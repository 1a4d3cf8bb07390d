package org.alike.alikes;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps the last that was heard of each member. */
interface MemberStore {
  /** The last that was heard of a member; shows every write that ended before. */
  Optional<Membership> find(String memberId);

  /** A member and whom the member does not meet; a write of the last second may be missing. */
  Optional<Standing> findStanding(String memberId);

  /** Those of these members who are there; a write of the last second may be missing. */
  List<Joined> findAll(Collection<String> memberIds);

  /**
   * Replaces what was known of a member, logs the member in the cohorts of the new state, and marks
   * the member as gone in all others. All of it happens, or nothing.
   *
   * @param known what {@link #find} found
   * @return false, with nothing written, when that is not what is known any more
   */
  boolean replace(Optional<Membership> known, Membership next);

  /** Notes that the member has left all cohorts for good, unless more was heard meanwhile. */
  void settle(Membership membership);
}
