package org.alike.alikes;

import java.util.Comparator;
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

  /** What both have, as JSON. Only for somebody who lets members see it. */
  List<Map<String, Object>> shared(Traits one, Traits other) {
    List<Feature> shared = one.features().stream().filter(other.features()::contains).toList();
    return hierarchy.mostSpecific(shared).stream()
        .sorted(
            Comparator.comparing(
                    (Feature feature) -> weights.shared(feature, one, other),
                    Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .flatMap(this::named)
        .limit(LONGEST)
        .toList();
  }

  private Stream<Map<String, Object>> named(Feature feature) {
    return vocabulary.find(feature.kind(), feature.id()).stream()
        .filter(concept -> !concept.category())
        .map(
            concept ->
                Json.of(
                    "kind", feature.kindName(),
                    "id", feature.id(),
                    "name", concept.name(),
                    "rarity", rarity(feature)));
  }

  /** Never a number from which fewer than 11 people could be told. */
  private String rarity(Feature feature) {
    int having = weights.holders(feature);
    if (having < Headcount.SMALLEST) {
      return "rare: fewer than " + Headcount.SMALLEST + " of us";
    }
    long one = Math.round((double) weights.people() / having);
    return one < 2 ? "most of us" : "1 in " + one + " of us";
  }
}
