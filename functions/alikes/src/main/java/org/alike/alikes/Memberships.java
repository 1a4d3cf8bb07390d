package org.alike.alikes;

import java.util.Optional;
import org.alike.kernel.Failure;

/**
 * Keeps the cohorts in step with what is told of members, in whatever order and how often it is
 * told. Thread-safe.
 */
final class Memberships {
  private static final int ATTEMPTS = 5;
  private final CohortStore store;
  private final Hierarchy hierarchy;

  Memberships(CohortStore store, Hierarchy hierarchy) {
    this.store = store;
    this.hierarchy = hierarchy;
  }

  /** This is what the member is, as of this version. */
  void changed(Person person, long version) {
    apply(new Joined(person, version, hierarchy.cohorts(person.conditions())));
  }

  /** The member has left. */
  void erased(Erased erasure) {
    apply(erasure);
  }

  /** Reads again when another event of the same member was quicker. */
  private void apply(Membership next) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Membership> known = store.find(next.id());
      if (known.isPresent() && !next.supersedes(known.get())) {
        return;
      }
      if (store.replace(known, next)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }
}
