package org.alike.alikes;

/**
 * How sure a match is. Two short profiles that agree may be two different stories; so a match is no
 * surer than the shorter of the two is long, measured by the mean of what people among them have
 * told.
 *
 * @param share what the shorter one has told, as a share of that and the mean together: 0 when it
 *     is nothing, 0.5 when it is the mean, never 1
 */
record Sureness(double share) {
  /** The levels that are told. */
  enum Level {
    /** Less than half of what people have told. */
    VAGUE,
    /** Less than what people have told. */
    FAIR,
    /** As much as people have told, or more. */
    SURE
  }

  private static final double HALF_THE_MEAN = 1 / 3.0;
  private static final double THE_MEAN = 1 / 2.0;

  /** How sure any match of this one can be. */
  static Sureness of(Traits caller, Weights weights) {
    return of(weights.sum(caller), weights.mean());
  }

  /** How sure this match is. */
  static Sureness of(Traits caller, Traits other, Weights weights) {
    return of(Math.min(weights.sum(caller), weights.sum(other)), weights.mean());
  }

  private static Sureness of(long told, double mean) {
    return new Sureness(told == 0 ? 0 : told / (told + mean));
  }

  /** The level in words. */
  Level level() {
    if (share < HALF_THE_MEAN) {
      return Level.VAGUE;
    }
    return share < THE_MEAN ? Level.FAIR : Level.SURE;
  }
}
