package org.alike.alikes;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that two people have in common.
 *
 * @param feature what
 * @param weight what it adds to what they share
 * @param holders how many have it
 * @param people of so many
 */
record Shared(Feature feature, long weight, int holders, int people) {
  /** Among so many, what fewer than the smallest group have is rare. */
  private static final int MANY = 10 * Headcount.SMALLEST;

  private static final Comparator<Shared> MOST_TELLING_FIRST =
      Comparator.comparing(Shared::weight, Comparator.reverseOrder())
          .thenComparing(Shared::feature);

  /** What both have, most telling first, without what follows from something else in the list. */
  static List<Shared> between(Traits one, Traits other, Weights weights, Closure closure) {
    List<Feature> both = one.features().stream().filter(other.features()::contains).toList();
    return mostSpecific(both, closure).stream()
        .map(
            feature ->
                new Shared(
                    feature,
                    weights.shared(feature, one, other),
                    weights.holders(feature),
                    weights.people()))
        .sorted(MOST_TELLING_FIRST)
        .toList();
  }

  /** Whether so few have it that naming it could name somebody. */
  boolean rare() {
    return holders < Headcount.SMALLEST;
  }

  /** How rare it is, in words. Never a number from which fewer than 11 people could be told. */
  String rarity() {
    if (rare()) {
      String few = "fewer than " + Headcount.SMALLEST + " of us";
      return people < MANY ? few : "rare: " + few;
    }
    long one = Math.round((double) people / holders);
    return one < 2 ? "most of us" : "1 in " + one + " of us";
  }

  private static List<Feature> mostSpecific(Collection<Feature> features, Closure closure) {
    Set<Feature> implied = new HashSet<>();
    for (Feature feature : features) {
      closure.of(feature).stream().filter(above -> !above.equals(feature)).forEach(implied::add);
    }
    return features.stream().filter(feature -> !implied.contains(feature)).toList();
  }
}
