package org.alike.alikes;

import java.util.Set;

/**
 * How alike two people are: pivoted simGIC times an age kernel.
 *
 * <pre>{@code
 * score = I / (Q + C - I + kappa * M) * (1 + 0.25 * exp(-|ln(1 + age1) - ln(1 + age2)| / 0.8))
 * }</pre>
 *
 * where I, Q and C are the weights of what both, the one and the other have, and M is the mean
 * weight of what a person among them has. I / (Q + C - I) is simGIC, the Jaccard index weighted by
 * information content over features closed under their ancestors (Pesquita et al., BMC
 * Bioinformatics 2008, 9 Suppl 5:S4). M in the denominator is pivoted length normalization (Singhal
 * et al., SIGIR 1996): without it, somebody who has told one thing only is like everybody who has
 * it. The age factor is 1 unless both gave a birth year.
 *
 * <p>Shown is the score as a share of the score one has with oneself, from 0 to 100 percent. The
 * score is symmetric; the share is not, since people differ in how much they have told.
 *
 * <p>Pure and thread-safe. The parameters are those for when there is nothing to tune on.
 */
final class Likeness {
  /** What a likeness of 100 percent is in points. */
  static final int FULL = 100;

  private static final double KAPPA = 1;
  private static final double AGE_WEIGHT = 0.25;
  private static final double AGE_SCALE = 0.8;
  private final Weights weights;
  private final int year;

  /** Likeness among people of these weights, who have the age they reach in this year. */
  Likeness(Weights weights, int year) {
    this.weights = weights;
    this.year = year;
  }

  /** The score itself; the same whichever of the two comes first. */
  double score(Traits one, Traits other) {
    long shared = shared(one.features(), other.features());
    if (shared == 0) {
      return 0;
    }
    long either = weights.sum(one.features()) + weights.sum(other.features()) - shared;
    return shared / (either + KAPPA * weights.mean()) * ageFactor(one, other);
  }

  /** The share of one's own full score that the other reaches, in points: whole percent. */
  int points(Traits one, Traits other) {
    double full = score(one, one);
    return full == 0 ? 0 : (int) Math.min(FULL, Math.round(FULL * score(one, other) / full));
  }

  private long shared(Set<Feature> one, Set<Feature> other) {
    long shared = 0;
    for (Feature feature : one) {
      if (other.contains(feature)) {
        shared += weights.of(feature);
      }
    }
    return shared;
  }

  private double ageFactor(Traits one, Traits other) {
    if (one.birthYear().isEmpty() || other.birthYear().isEmpty()) {
      return 1;
    }
    double apart = Math.abs(logAge(one.birthYear().get()) - logAge(other.birthYear().get()));
    return 1 + AGE_WEIGHT * Math.exp(-apart / AGE_SCALE);
  }

  private double logAge(int birthYear) {
    return Math.log1p(Math.max(0, year - birthYear));
  }
}
