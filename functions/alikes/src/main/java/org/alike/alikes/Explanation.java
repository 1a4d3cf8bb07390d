package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/**
 * Why two people are alike: what both have, most telling first, with how rare it is. What follows
 * from something else that is named is not named, nor is a broad category. What fewer than 11
 * people have is only named when both show it to every member. Thread-safe.
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

  /**
   * What both have and show, as JSON.
   *
   * @param mine what the caller has
   * @param own what the caller shows
   */
  List<Map<String, Object>> shared(Traits mine, Attributes own, Match match) {
    Attributes other = match.attributes();
    return Shared.between(mine.shown(own), match.traits().shown(other), weights, hierarchy::closure)
        .stream()
        .filter(shared -> !shared.rare() || (open(shared, own) && open(shared, other)))
        .flatMap(this::named)
        .limit(LONGEST)
        .toList();
  }

  private static boolean open(Shared shared, Attributes attributes) {
    Audience audience =
        attributes.shown().getOrDefault(Field.of(shared.feature().kind()), Audience.MATCHING);
    return audience.reaches(Audience.MEMBERS);
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
