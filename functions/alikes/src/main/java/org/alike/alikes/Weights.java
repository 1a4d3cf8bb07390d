package org.alike.alikes;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much it tells that somebody has a feature: its information content among these people, {@code
 * IC(t) = ln((N + 1) / n)} where n of N have the feature or something more specific (Resnik 1995;
 * one is added to N so that what everybody has still counts for a little).
 *
 * <p>Weights are whole millionths: sums of them do not depend on the order of adding, so neither
 * does a ranking. Immutable and thread-safe.
 */
final class Weights {
  private static final double MILLIONTHS = 1_000_000;
  private final Map<Feature, Integer> holders;
  private final Map<Feature, Long> weights = new HashMap<>();
  private final int people;
  private final double mean;

  private Weights(Map<Feature, Integer> holders, int people) {
    this.holders = holders;
    this.people = people;
    holders.forEach((feature, having) -> weights.put(feature, weight(having)));
    this.mean = people == 0 ? 0 : (double) total() / people;
  }

  /** The weights among people who have these features, each set closed under what it implies. */
  static Weights among(Collection<Set<Feature>> people) {
    Map<Feature, Integer> holders = new HashMap<>();
    for (Set<Feature> features : people) {
      features.forEach(feature -> holders.merge(feature, 1, Integer::sum));
    }
    return new Weights(holders, people.size());
  }

  /** The weight of a feature; what nobody has weighs as if one had it. */
  long of(Feature feature) {
    Long weight = weights.get(feature);
    return weight == null ? weight(1) : weight;
  }

  /** The weight of a set of features. */
  long sum(Set<Feature> features) {
    long sum = 0;
    for (Feature feature : features) {
      sum += of(feature);
    }
    return sum;
  }

  /** The mean weight of what a person has. */
  double mean() {
    return mean;
  }

  /** How many have the feature. */
  int holders(Feature feature) {
    return holders.getOrDefault(feature, 0);
  }

  /** How many people there are. */
  int people() {
    return people;
  }

  private long total() {
    long total = 0;
    for (Map.Entry<Feature, Integer> entry : holders.entrySet()) {
      total += of(entry.getKey()) * entry.getValue();
    }
    return total;
  }

  private long weight(int having) {
    return Math.round(MILLIONTHS * Math.log((people + 1.0) / having));
  }
}
