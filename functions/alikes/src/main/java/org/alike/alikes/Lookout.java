package org.alike.alikes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alike.kernel.Failure;

/** Where a member looks for others. Thread-safe. */
final class Lookout {
  private final MemberStore members;
  private final Cohorts cohorts;
  private final Hierarchy hierarchy;

  Lookout(MemberStore members, Cohorts cohorts, Hierarchy hierarchy) {
    this.members = members;
    this.cohorts = cohorts;
    this.hierarchy = hierarchy;
  }

  /**
   * The people of this condition, or of all conditions that the member has.
   *
   * @throws Failure UNAVAILABLE until the member's confirmation has arrived here, FORBIDDEN when
   *     the member has left or has withdrawn the consent
   */
  Candidates candidates(String memberId, Optional<String> condition) {
    Standing standing = members.findStanding(memberId).orElseThrow(() -> Failure.unavailable(1));
    return Candidates.read(cohorts, standing, condition, hierarchy);
  }

  /** The ages are those reached in this year. */
  static int year(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).getYear();
  }
}
