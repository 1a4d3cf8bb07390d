package org.alike.alikes;

/**
 * Whom a member wants to meet, and be met by. Who wishes for the own sex, country, age or language
 * and has not told it, or looks at somebody who has not, meets nobody by that wish: it can't be
 * kept otherwise.
 *
 * @param sex the same sex only
 * @param country the same country only
 * @param language a common language only
 * @param years at most so many years apart; 0 when any age will do
 * @param news to be told when somebody close joins; no condition of a match
 */
record Wishes(boolean sex, boolean country, boolean language, int years, boolean news) {
  /** Anybody. */
  static final Wishes NONE = new Wishes(false, false, false, 0, false);

  /** No negative number of years. */
  Wishes {
    if (years < 0) {
      throw new IllegalArgumentException("A wish needs a number of years");
    }
  }
}
