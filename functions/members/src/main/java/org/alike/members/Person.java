package org.alike.members;

import java.util.List;
import java.util.Optional;

/**
 * What a member told about themselves besides their health, and in their own words. Any of it may
 * be left out.
 *
 * @param birthYear the year only
 * @param sex female, male or other
 * @param country ISO 3166-1 alpha-2
 * @param region in words, never more exact
 * @param languages primary language tags (BCP 47), the preferred one first
 * @param about in the member's own words
 */
record Person(
    Optional<Integer> birthYear,
    Optional<Sex> sex,
    Optional<String> country,
    Optional<String> region,
    List<String> languages,
    Optional<String> about) {

  /** As far as people told. */
  enum Sex {
    FEMALE,
    MALE,
    OTHER
  }

  /** Keeps its own copy. */
  Person {
    languages = List.copyOf(languages);
  }
}
