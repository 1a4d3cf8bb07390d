package org.alike.alikes;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How much it tells that somebody has a feature: a power of its information content among these
 * people, {@code w(t) = IC(t)^p} with {@code IC(t) = ln((N + 1) / n)}, where n of N have the
 * feature or something more specific (Resnik 1995; one is added to N so that what everybody has
 * still counts for a little, and N is 1 at least). What somebody has typed weighs {@code beta *
 * w(t)} more: of two who both have a swallowing problem, those who call it by the same name are
 * closer.
 *
 * <p>Weights are whole millionths: sums of them do not depend on the order of adding, so neither
 * does a ranking. Immutable and thread-safe.
 */
final class Weights {
  private static final double MILLIONTHS = 1_000_000;
  private final Map<Feature, Integer> holders;
  private final Map<Feature, Long> weights = new HashMap<>();
  private final LikenessParameters parameters;
  private final int people;
  private final double mean;

  /**
   * The weights where this is known.
   *
   * @param holders how many have each feature or something more specific
   * @param typed how many typed it
   * @param people how many there are
   */
  Weights(
      Map<Feature, Integer> holders,
      Map<Feature, Integer> typed,
      int people,
      LikenessParameters parameters) {
    this.holders = Map.copyOf(holders);
    this.parameters = parameters;
    this.people = people;
    holders.forEach((feature, having) -> weights.put(feature, weight(having)));
    this.mean = people == 0 ? 0 : (double) total(typed) / people;
  }

  /** The weights among these people. */
  static Weights among(Collection<Traits> people, LikenessParameters parameters) {
    Map<Feature, Integer> holders = new HashMap<>();
    Map<Feature, Integer> typed = new HashMap<>();
    for (Traits one : people) {
      one.features().forEach(feature -> holders.merge(feature, 1, Integer::sum));
      one.typed().forEach(feature -> typed.merge(feature, 1, Integer::sum));
    }
    return new Weights(holders, typed, people.size(), parameters);
  }

  /** The weight of having a feature; what nobody has weighs as if one had it. */
  long of(Feature feature) {
    Long weight = weights.get(feature);
    return weight == null ? weight(1) : weight;
  }

  /** What is added when it was typed. */
  long typed(Feature feature) {
    return Math.round(parameters.typed() * of(feature));
  }

  /** What this feature adds to what the two share; 0 when they do not share it. */
  long shared(Feature feature, Traits one, Traits other) {
    if (!one.features().contains(feature) || !other.features().contains(feature)) {
      return 0;
    }
    boolean bothTyped = one.typed().contains(feature) && other.typed().contains(feature);
    return of(feature) + (bothTyped ? typed(feature) : 0);
  }

  /** The weight of all that somebody has told. */
  long sum(Traits traits) {
    long sum = 0;
    for (Feature feature : traits.features()) {
      sum += of(feature);
    }
    for (Feature feature : traits.typed()) {
      sum += typed(feature);
    }
    return sum;
  }

  /** The mean weight of what a person has told. */
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

  /** What the weights were made with. */
  LikenessParameters parameters() {
    return parameters;
  }

  private long total(Map<Feature, Integer> typed) {
    long total = 0;
    for (Map.Entry<Feature, Integer> entry : holders.entrySet()) {
      total += of(entry.getKey()) * entry.getValue();
    }
    for (Map.Entry<Feature, Integer> entry : typed.entrySet()) {
      total += typed(entry.getKey()) * entry.getValue();
    }
    return total;
  }

  /** StrictMath, so that every machine gets the same number. */
  private long weight(int having) {
    double content = StrictMath.log((Math.max(people, 1) + 1.0) / having);
    return Math.round(MILLIONTHS * StrictMath.pow(content, parameters.power()));
  }
}
