package org.alike.alikes;

import java.util.List;

/**
 * A member as of a version.
 *
 * @param person what matching knows
 * @param version the version of it
 * @param cohorts ids of the conditions that the person counts for
 */
record Joined(Person person, long version, List<String> cohorts) implements Membership {
  /** Keeps its own copy. */
  Joined {
    cohorts = List.copyOf(cohorts);
  }

  @Override
  public String id() {
    return person.id();
  }
}
