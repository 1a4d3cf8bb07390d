package org.alike.alikes;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** {@link Likeness}, adding up what each has only once. */
final class LikenessMeasure implements Baselines.Measure {
  private final Weights weights;
  private final Likeness likeness;
  private final boolean inPoints;
  private final IdentityHashMap<Traits, Long> sums = new IdentityHashMap<>();

  /**
   * Likeness among these people.
   *
   * @param inPoints as members see it, and not the score itself
   */
  LikenessMeasure(List<Traits> people, LikenessParameters parameters, int year, boolean inPoints) {
    this.weights = Weights.among(people, parameters);
    this.likeness = new Likeness(weights, year);
    this.inPoints = inPoints;
    people.forEach(one -> sums.put(one, weights.sum(one)));
  }

  @Override
  public ToDoubleFunction<Traits> to(Traits one) {
    double full = likeness.score(one, one);
    return other -> inPoints ? Likeness.points(score(one, other), full) : score(one, other);
  }

  private double score(Traits one, Traits other) {
    long shared =
        one.features().stream()
            .filter(other.features()::contains)
            .mapToLong(feature -> weights.shared(feature, one, other))
            .sum();
    return likeness.score(
        shared,
        sums.getOrDefault(one, 0L),
        sums.getOrDefault(other, 0L),
        likeness.ageFactor(one.birthYear(), other.birthYear()));
  }
}
