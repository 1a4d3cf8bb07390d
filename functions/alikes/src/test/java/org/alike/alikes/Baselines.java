package org.alike.alikes;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Textbook measures of how alike two people are, to judge our own beside. */
final class Baselines {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private Baselines() {}

  /** How alike two people are; larger is more. */
  @FunctionalInterface
  interface Measure {
    /** How alike to this one each of the others is. */
    ToDoubleFunction<Traits> to(Traits one);
  }

  /** Shared features as a share of all that either has. */
  static Measure jaccard(Function<Traits, Set<Feature>> features) {
    return one ->
        other -> {
          int both = (int) both(features.apply(one), features.apply(other)).count();
          int either = features.apply(one).size() + features.apply(other).size() - both;
          return either == 0 ? 0 : (double) both / either;
        };
  }

  /** The cosine of the angle between vectors of inverse frequencies. */
  static Measure cosine(Collection<Traits> people, Function<Traits, Set<Feature>> features) {
    Map<Feature, Double> weights = inverse(people, features);
    IdentityHashMap<Traits, Double> lengths = new IdentityHashMap<>();
    people.forEach(one -> lengths.put(one, squares(features.apply(one).stream(), weights)));
    return one ->
        other -> {
          double length = lengths.getOrDefault(one, 0.0) * lengths.getOrDefault(other, 0.0);
          double both = squares(both(features.apply(one), features.apply(other)), weights);
          return length == 0 ? 0 : both / Math.sqrt(length);
        };
  }

  /** Okapi BM25, as search engines rank. */
  static Measure bm25(Collection<Traits> people, Function<Traits, Set<Feature>> features) {
    Map<Feature, Double> weights = inverse(people, features);
    double mean = people.stream().mapToInt(one -> features.apply(one).size()).average().orElse(1);
    return one ->
        other -> {
          double norm = K1 * (1 - B + B * features.apply(other).size() / mean);
          return both(features.apply(one), features.apply(other))
              .mapToDouble(feature -> weights.getOrDefault(feature, 0.0) * (K1 + 1) / (1 + norm))
              .sum();
        };
  }

  /** The mean over people of one by the place of the first of their own group. */
  static double meanReciprocalRank(List<Traits> people, List<String> groups, Measure measure) {
    double sum = 0;
    int asked = 0;
    for (int one = 0; one < people.size(); one++) {
      if (Collections.frequency(groups, groups.get(one)) > 1) {
        sum += 1.0 / rank(one, people, groups, measure);
        asked++;
      }
    }
    return sum / asked;
  }

  /** People of the same score stand in the order in which they are. */
  private static int rank(int one, List<Traits> people, List<String> groups, Measure measure) {
    double[] scores = people.stream().mapToDouble(measure.to(people.get(one))).toArray();
    int best = -1;
    for (int other = 0; other < scores.length; other++) {
      boolean right = other != one && groups.get(other).equals(groups.get(one));
      if (right && (best < 0 || scores[other] > scores[best])) {
        best = other;
      }
    }
    int rank = 1;
    for (int other = 0; other < scores.length; other++) {
      boolean before =
          scores[other] > scores[best] || (scores[other] == scores[best] && other < best);
      rank += before && other != one ? 1 : 0;
    }
    return rank;
  }

  private static Stream<Feature> both(Set<Feature> some, Set<Feature> others) {
    return some.stream().filter(others::contains);
  }

  private static double squares(Stream<Feature> features, Map<Feature, Double> weights) {
    return features
        .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
        .map(weight -> weight * weight)
        .sum();
  }

  private static Map<Feature, Double> inverse(
      Collection<Traits> people, Function<Traits, Set<Feature>> features) {
    Map<Feature, Integer> holders = new HashMap<>();
    people.forEach(
        one -> features.apply(one).forEach(each -> holders.merge(each, 1, Integer::sum)));
    Map<Feature, Double> inverse = new HashMap<>();
    holders.forEach((each, count) -> inverse.put(each, Math.log((people.size() + 1.0) / count)));
    return inverse;
  }
}
