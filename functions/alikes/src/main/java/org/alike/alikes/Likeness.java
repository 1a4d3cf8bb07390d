package org.alike.alikes;

import java.util.Optional;
import java.util.Set;

/**
 * How alike two people are: pivoted simGIC times an age kernel.
 *
 * <pre>{@code
 * score = I / (Q + C - I + kappa * M) * (1 + a * exp(-|ln(1 + age1) - ln(1 + age2)| / s))
 * }</pre>
 *
 * where I, Q and C are the {@link Weights} of what both, the one and the other have, and M is the
 * mean weight of what a person among them has. I / (Q + C - I) is simGIC, the Jaccard index
 * weighted by information content over features closed under their ancestors (Pesquita et al., BMC
 * Bioinformatics 2008, 9 Suppl 5:S4), here with the typed features once more beside the closed
 * ones. M in the denominator is pivoted length normalization (Singhal et al., SIGIR 1996): without
 * it, somebody who has told one thing only is like everybody who has it. The age factor is 1 unless
 * both birth years are known; an age is the middle of its decade, since cards show no more of it.
 *
 * <p>Shown is the score as a share of the score one has with oneself, from 0 to 100 percent. The
 * score is symmetric; the share is not, since people differ in how much they have told.
 *
 * <p>Pure and thread-safe. {@link LikenessParameters} has kappa, a and s.
 */
final class Likeness {
  /** What a likeness of 100 percent is in points. */
  static final int FULL = 100;

  private static final int DECADE = 10;
  private static final double HALF = 0.5;

  private final Weights weights;
  private final LikenessParameters parameters;
  private final double pivot;
  private final int year;

  /** Likeness among people of these weights, who have the age they reach in this year. */
  Likeness(Weights weights, int year) {
    this.weights = weights;
    this.parameters = weights.parameters();
    this.pivot = parameters.pivot() * weights.mean();
    this.year = year;
  }

  /** The score itself; the same whichever of the two comes first. */
  double score(Traits one, Traits other) {
    return score(
        shared(one, other),
        weights.sum(one),
        weights.sum(other),
        ageFactor(one.birthYear(), other.birthYear()));
  }

  /** The score where the weights of what both, the one and the other have are known. */
  double score(long shared, long one, long other, double ageFactor) {
    return shared == 0 ? 0 : shared / (one + other - shared + pivot) * ageFactor;
  }

  /** The share of one's own full score that the other reaches, in points: whole percent. */
  int points(Traits one, Traits other) {
    return points(score(one, other), score(one, one));
  }

  /** A score as a share of the full one, in points. */
  static int points(double score, double full) {
    return full == 0 ? 0 : (int) Math.min(FULL, Math.round(FULL * score / full));
  }

  /** What their ages do to the score of two people. */
  double ageFactor(Optional<Integer> one, Optional<Integer> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 1;
    }
    double apart = Math.abs(logAge(one.get()) - logAge(other.get()));
    return 1 + parameters.ageWeight() * StrictMath.exp(-apart / parameters.ageScale());
  }

  private long shared(Traits one, Traits other) {
    long shared = 0;
    for (Feature feature : one.features()) {
      if (other.features().contains(feature)) {
        shared += weights.of(feature);
      }
    }
    Set<Feature> typed = other.typed();
    for (Feature feature : one.typed()) {
      if (typed.contains(feature)) {
        shared += weights.typed(feature);
      }
    }
    return shared;
  }

  private double logAge(int birthYear) {
    int decade = Math.max(0, year - birthYear) / DECADE;
    return StrictMath.log1p(DECADE * (decade + HALF));
  }
}
