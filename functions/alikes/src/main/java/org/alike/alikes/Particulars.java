package org.alike.alikes;

import java.util.List;
import java.util.Optional;

/**
 * Who a member is, beside what the member has.
 *
 * @param displayName the name on the card; empty when nobody may see it
 * @param birthYear when given
 * @param sex when given
 * @param country ISO 3166 code, when given
 * @param region of the country, when given
 * @param languages primary tags of BCP 47
 * @param about the member's own words
 */
record Particulars(
    String displayName,
    Optional<Integer> birthYear,
    Optional<String> sex,
    Optional<String> country,
    Optional<String> region,
    List<String> languages,
    Optional<String> about) {
  /** Keeps its own copy. */
  Particulars {
    languages = List.copyOf(languages);
  }

  /** Without what is of no use for matching, unless it is shown. */
  Particulars without(boolean name, boolean place, boolean words) {
    return new Particulars(
        name ? "" : displayName,
        birthYear,
        sex,
        country,
        place ? Optional.empty() : region,
        languages,
        words ? Optional.empty() : about);
  }
}
