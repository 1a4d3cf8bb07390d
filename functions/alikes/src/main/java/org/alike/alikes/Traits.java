package org.alike.alikes;

import java.util.Optional;
import java.util.Set;

/**
 * What of a person enters a likeness.
 *
 * @param features closed under what they imply
 * @param birthYear when given
 */
record Traits(Set<Feature> features, Optional<Integer> birthYear) {
  /** Keeps its own copy. */
  Traits {
    features = Set.copyOf(features);
  }

  /** What of this person enters a likeness. */
  static Traits of(Person person, Hierarchy hierarchy) {
    return new Traits(hierarchy.closure(person), person.birthYear());
  }
}
