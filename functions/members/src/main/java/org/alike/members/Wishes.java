package org.alike.members;

import java.util.Map;
import org.alike.kernel.Json;

/**
 * Whom a member wants to meet, and whether to hear of it.
 *
 * @param sex only people of the same sex
 * @param country only people of the same country
 * @param language only people who share a language
 * @param years only people so many years older or younger at most; 0 for any
 * @param news a mail when somebody close joins
 */
record Wishes(boolean sex, boolean country, boolean language, int years, boolean news) {
  /** Anybody, and no mails. */
  static final Wishes NONE = new Wishes(false, false, false, 0, false);

  /** The least number of years: fewer would single people out. */
  static final int FEWEST_YEARS = 5;

  static final int MOST_YEARS = 40;

  /** The wishes that {@link #json} wrote. */
  static Wishes of(Map<String, Object> json) {
    return new Wishes(
        Boolean.TRUE.equals(json.get("sex")),
        Boolean.TRUE.equals(json.get("country")),
        Boolean.TRUE.equals(json.get("language")),
        json.get("years") instanceof Number years ? years.intValue() : 0,
        Boolean.TRUE.equals(json.get("news")));
  }

  Map<String, Object> json() {
    return Json.of(
        "sex", sex, "country", country, "language", language, "years", years, "news", news);
  }
}
