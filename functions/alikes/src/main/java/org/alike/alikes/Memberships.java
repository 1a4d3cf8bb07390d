package org.alike.alikes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;

/**
 * Keeps members, cohorts and blocks in step with what is told of members, in whatever order and how
 * often it is told. Thread-safe.
 *
 * <p>One transaction takes a member in or out, for all who read. What it leaves to be done, an
 * event that is told again does: nobody stays in a segment.
 */
final class Memberships {
  private static final int ATTEMPTS = 5;
  private final MemberStore members;
  private final PartingStore partings;
  private final Merges merges;
  private final Hierarchy hierarchy;

  Memberships(
      MemberStore members, PartingStore partings, CohortStore cohorts, Hierarchy hierarchy) {
    this.members = members;
    this.partings = partings;
    this.merges = new Merges(cohorts);
    this.hierarchy = hierarchy;
  }

  /** This is what the member is, as of this version. */
  void changed(Person person, long version) {
    apply(new Joined(person, version, hierarchy.cohorts(person.conditions()), List.of()));
  }

  /** The member has left. */
  void erased(Erased erasure) {
    apply(erasure);
  }

  /** One has blocked the other, or does so no longer. */
  void parted(Parting parting) {
    partings.remember(parting);
  }

  /** Reads again when another event of the same member was quicker. */
  private void apply(Membership heard) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Membership> known = members.find(heard.id());
      if (known.isPresent() && !heard.supersedes(known.get())) {
        known.filter(heard::repeats).ifPresent(this::finish);
        return;
      }
      Membership next = heard.leaving(left(known, heard));
      if (members.replace(known, next)) {
        finish(next);
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  /** What is left to do once the member is known like this; doing it again changes nothing. */
  private void finish(Membership membership) {
    membership.leaving().forEach(condition -> merges.remove(condition, membership.id()));
    if (membership instanceof Erased) {
      partings.forget(membership.id());
    }
    if (!membership.leaving().isEmpty()) {
      members.settle(membership);
    }
    membership.cohorts().forEach(merges::tend);
  }

  private static List<String> left(Optional<Membership> known, Membership next) {
    Set<String> left = new LinkedHashSet<>();
    known.ifPresent(
        before -> {
          left.addAll(before.cohorts());
          left.addAll(before.leaving());
        });
    left.removeAll(next.cohorts());
    return new ArrayList<>(left);
  }
}
