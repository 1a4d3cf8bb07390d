package org.alike.alikes;

import java.util.Optional;
import java.util.Set;

/**
 * What of a person enters a likeness.
 *
 * @param typed what the person told, as told
 * @param features the same, closed under what it implies
 * @param birthYear when given
 */
record Traits(Set<Feature> typed, Set<Feature> features, Optional<Integer> birthYear) {
  /** Keeps its own copies. */
  Traits {
    typed = Set.copyOf(typed);
    features = Set.copyOf(features);
    if (!features.containsAll(typed)) {
      throw new IllegalArgumentException("What was typed is not among the features");
    }
  }
}
