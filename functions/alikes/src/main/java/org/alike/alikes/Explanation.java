package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/**
 * Why two people are alike: what both have, most telling first, with how rare it is. What follows
 * from something else that is named is not named, nor is a broad category. What the caller has
 * counts though the caller hides it, since nobody else reads this; of the other only what is shown.
 * What fewer than 11 people show is only named when the other shows it to every member.
 * Thread-safe.
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
   * What the caller has and the other shows, as JSON.
   *
   * @param mine what the caller has
   */
  List<Map<String, Object>> shared(Traits mine, Match match) {
    return Shared.between(mine, match.traits(), weights, hierarchy::closure).stream()
        .filter(shared -> !shared.rare() || open(shared, match.attributes()))
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
