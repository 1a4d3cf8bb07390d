package org.alike.alikes;

import java.util.Collection;
import java.util.List;

/**
 * A member as of a version.
 *
 * @param person what matching knows
 * @param version the version of it
 * @param cohorts ids of the conditions that the person counts for
 * @param leaving ids of those that the person has just left
 */
record Joined(Person person, long version, List<String> cohorts, List<String> leaving)
    implements Membership {
  /** Keeps its own copies. */
  Joined {
    cohorts = List.copyOf(cohorts);
    leaving = leaving.stream().sorted().distinct().toList();
  }

  @Override
  public String id() {
    return person.id();
  }

  @Override
  public Joined leaving(Collection<String> others) {
    return new Joined(person, version, cohorts, List.copyOf(others));
  }

  /** The row in each of the cohorts. */
  Row row() {
    return person.row(version);
  }
}
