package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/**
 * Why two people are alike: what both have, most telling first, with how rare it is. What follows
 * from something else that is named is not named, nor is a broad category. Thread-safe.
 */
final class Explanation {
  private static final int LONGEST = 12;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;
  private final Weights weights;

  Explanation(Vocabulary vocabulary, Hierarchy hierarchy, Weights weights) {
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
    this.weights = weights;
  }

  /** What both have, as JSON. Only of what each lets the other see: {@link Traits#shown}. */
  List<Map<String, Object>> shared(Traits one, Traits other) {
    return Shared.between(one, other, weights, hierarchy::closure).stream()
        .flatMap(this::named)
        .limit(LONGEST)
        .toList();
  }

  private Stream<Map<String, Object>> named(Shared shared) {
    Feature feature = shared.feature();
    return vocabulary.find(feature.kind(), feature.id()).stream()
        .filter(concept -> !concept.category())
        .map(
            concept ->
                Json.of(
                    "kind", feature.kindName(),
                    "id", feature.id(),
                    "name", concept.name(),
                    "rarity", shared.rarity()));
  }
}
