package org.alike.alikes;

import java.util.Map;
import org.alike.kernel.Json;

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

  /** Whether there is anybody whom the member does not want to meet. */
  boolean choosy() {
    return sex || country || language || years > 0;
  }

  /** The wishes that {@link #json} wrote, or an event tells. */
  static Wishes of(Map<String, Object> json) {
    return new Wishes(
        Boolean.TRUE.equals(json.get("sex")),
        Boolean.TRUE.equals(json.get("country")),
        Boolean.TRUE.equals(json.get("language")),
        json.get("years") instanceof Number years ? Math.max(0, years.intValue()) : 0,
        Boolean.TRUE.equals(json.get("news")));
  }

  /** As JSON. */
  Map<String, Object> json() {
    return Json.of(
        "sex", sex, "country", country, "language", language, "years", years, "news", news);
  }

  /** No negative number of years. */
  Wishes {
    if (years < 0) {
      throw new IllegalArgumentException("A wish needs a number of years");
    }
  }
}
