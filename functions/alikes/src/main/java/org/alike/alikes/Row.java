package org.alike.alikes;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What ranking and insights need of a member. What a card shows beside it is kept apart, so that
 * the rows of a cohort stay small.
 *
 * @param id the member's id
 * @param version the version of the member that this is
 * @param joined when the member confirmed the address, in whole seconds: earlier ones are rounded
 *     up
 * @param typed ids as the member gave them; not closed upwards, so that a new vocabulary changes no
 *     row
 * @param details what the member says about some of these; for insights only
 * @param birthYear when given
 * @param attributes who may meet, and what may be shown
 */
record Row(
    String id,
    long version,
    Instant joined,
    Set<Feature> typed,
    Map<Feature, Detail> details,
    Optional<Integer> birthYear,
    Attributes attributes) {
  /** The first and the last year that a row has room for. */
  static final int FIRST_YEAR = 1880;

  static final int LAST_YEAR = 2133;

  /** Keeps its own copies; details of what is not typed are none. */
  Row {
    if (id.isBlank() || version < 0) {
      throw new IllegalArgumentException("A row needs an id and a version");
    }
    if (birthYear.filter(year -> year < FIRST_YEAR || year > LAST_YEAR).isPresent()) {
      birthYear = Optional.empty();
    }
    joined = Instant.ofEpochSecond(joined.getEpochSecond() + (joined.getNano() > 0 ? 1 : 0));
    typed = Set.copyOf(typed);
    details = details.isEmpty() ? Map.of() : said(typed, details);
  }

  /** A row of somebody who says nothing about what was typed. */
  Row(
      String id,
      long version,
      Instant joined,
      Set<Feature> typed,
      Optional<Integer> birthYear,
      Attributes attributes) {
    this(id, version, joined, typed, Map.of(), birthYear, attributes);
  }

  /**
   * What of it may shape what this viewer is told: what the member shows to them, and nothing else;
   * none when the member is not listed to them.
   */
  Optional<Row> seenBy(Audience viewer) {
    Attributes seen = attributes.seenBy(viewer);
    if (!seen.listed()) {
      return Optional.empty();
    }
    Predicate<Feature> isShown = feature -> seen.shows(Field.of(feature.kind()));
    // Cohorts are large, and most rows hide nothing of this.
    Set<Feature> told =
        typed.stream().allMatch(isShown)
            ? typed
            : typed.stream().filter(isShown).collect(Collectors.toUnmodifiableSet());
    Optional<Integer> born = birthYear.filter(year -> seen.shows(Field.BIRTH_YEAR));
    return Optional.of(new Row(id, version, joined, told, details, born, seen));
  }

  private static Map<Feature, Detail> said(Set<Feature> typed, Map<Feature, Detail> details) {
    Map<Feature, Detail> said = new HashMap<>(details);
    said.keySet().retainAll(typed);
    said.values().removeIf(Detail.NONE::equals);
    return Map.copyOf(said);
  }

  /** What enters a likeness. */
  Traits traits(Closure closure) {
    Set<Feature> features = new HashSet<>();
    typed.forEach(feature -> features.addAll(closure.of(feature)));
    return new Traits(typed, features, birthYear);
  }
}
