package org.alike.alikes;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** What of this may be named to others, as the person chose. */
  Traits shown(Attributes attributes) {
    return new Traits(shown(typed, attributes), shown(features, attributes), birthYear);
  }

  private static Set<Feature> shown(Set<Feature> features, Attributes attributes) {
    return features.stream()
        .filter(feature -> attributes.shows(Field.of(feature.kind())))
        .collect(Collectors.toSet());
  }
}
