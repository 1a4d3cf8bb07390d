package org.alike.alikes;

import java.util.Optional;

/** Keeps who counts for which condition, and the last that was heard of each member. */
interface CohortStore {
  /** The last that was heard of a member; shows every write that ended before. */
  Optional<Membership> find(String memberId);

  /** The same at half the cost; a write of the last second may be missing. */
  Optional<Membership> findEventually(String memberId);

  /**
   * Replaces what was known of a member, and puts the member into the cohorts of the new state and
   * out of all others. All of it happens, or nothing.
   *
   * @param known what {@link #find} found
   * @return false, with nothing written, when that is not what is known any more
   */
  boolean replace(Optional<Membership> known, Membership next);

  /** At most so many people of a condition's cohort; a write of the last second may be missing. */
  Cohort cohort(String condition, int most);
}
