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

  /**
   * Whether somebody with these is one whom this member wants to meet. What the other does not show
   * is not asked for: being listed would tell it.
   */
  boolean wants(Attributes other) {
    return (!wishes.sex() || (other.shows(Field.SEX) && same(sex, other.sex)))
        && (!wishes.country() || (other.shows(Field.COUNTRY) && same(country, other.country)))
        && (!wishes.language()
            || (other.shows(Field.LANGUAGES) && shares(languages, other.languages)))
        && (wishes.years() == 0 || other.shows(Field.BIRTH_YEAR));
  }

  /**
   * Whether the member shows what the own wishes go by. Who is listed to women only tells what she
   * is; so whoever keeps that is listed to nobody while the wish holds.
   */
  boolean showsWishes() {
    return (!wishes.sex() || shows(Field.SEX))
        && (!wishes.country() || shows(Field.COUNTRY))
        && (!wishes.language() || shows(Field.LANGUAGES))
        && (wishes.years() == 0 || shows(Field.BIRTH_YEAR));
  }

  /** What of these may be used for who sees so much: the rest is as if it were not shown. */
  Attributes seenBy(Audience viewer) {
    if (viewer == Audience.ALIKES) {
      // They see all that is shown to anybody.
      return this;
    }
    Map<Field, Audience> seen = new EnumMap<>(shown);
    seen.replaceAll((field, audience) -> audience.reaches(viewer) ? audience : Audience.MATCHING);
    return new Attributes(sex, country, languages, wishes, seen);
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  private static boolean shares(Collection<String> one, Collection<String> other) {
    return !Collections.disjoint(one, other);
  }
}
