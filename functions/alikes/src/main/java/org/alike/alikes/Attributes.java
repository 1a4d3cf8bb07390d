package org.alike.alikes;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a member decides who may meet, and what may be shown. Many members of a cohort have the
 * same, so rows keep each once.
 *
 * @param sex when given
 * @param country ISO 3166 code, when given
 * @param languages BCP 47 tags, in alphabetical order
 * @param wishes whom the member wants to meet
 * @param shown the audience of each field
 */
record Attributes(
    Optional<String> sex,
    Optional<String> country,
    List<String> languages,
    Wishes wishes,
    Map<Field, Audience> shown) {
  /** Brings all into one form; a field without an audience has the most private one. */
  Attributes {
    sex = sex.filter(text -> !text.isEmpty());
    country = country.filter(text -> !text.isEmpty());
    languages = languages.stream().sorted().distinct().toList();
    Map<Field, Audience> full = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      full.put(field, shown.getOrDefault(field, Audience.MATCHING));
    }
    shown = Collections.unmodifiableMap(full);
  }

  /** Whether the member is listed to other members. */
  boolean listed() {
    return shows(Field.CARD);
  }

  /** Whether the field is shown where the member is listed. */
  boolean shows(Field field) {
    return shown.getOrDefault(field, Audience.MATCHING).alikes();
  }

  /** Whether these are the wish of one who has this, and the other keeps it. */
  boolean wants(Attributes other) {
    return (!wishes.sex() || same(sex, other.sex))
        && (!wishes.country() || same(country, other.country))
        && (!wishes.language() || shares(languages, other.languages));
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static boolean shares(Collection<String> one, Collection<String> other) {
    return !Collections.disjoint(one, other);
  }
}
