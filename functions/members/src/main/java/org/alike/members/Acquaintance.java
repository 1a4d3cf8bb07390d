package org.alike.members;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What wishes go by of a member, as far as these may see or use it; the rest is as if it had not
 * been told. Pure.
 *
 * @param sex when told
 * @param country when told
 * @param languages those told
 * @param decade of the age, which is all that cards show of it
 */
record Acquaintance(
    Optional<Person.Sex> sex,
    Optional<String> country,
    List<String> languages,
    Optional<Integer> decade) {
  private static final int DECADE = 10;

  /** Keeps its own copy. */
  Acquaintance {
    languages = List.copyOf(languages);
  }

  static Acquaintance of(Member member, Audience audience, Instant now) {
    Person person = member.profile().person();
    int year = AgeGate.year(now);
    return new Acquaintance(
        person.sex().filter(unused -> member.tells(audience, Field.SEX)),
        person.country().filter(unused -> member.tells(audience, Field.COUNTRY)),
        member.tells(audience, Field.LANGUAGES) ? person.languages() : List.of(),
        person
            .birthYear()
            .filter(unused -> member.tells(audience, Field.BIRTH_YEAR))
            .map(born -> Math.floorDiv(year - born, DECADE)));
  }

  /** Whether the two fit by this wish; what either has not told fits nothing. */
  boolean fits(Wishes wishes, Acquaintance other) {
    return (!wishes.sex() || same(sex, other.sex))
        && (!wishes.country() || same(country, other.country))
        && (!wishes.language() || !Collections.disjoint(languages, other.languages))
        && (wishes.years() == 0 || near(wishes.years(), other));
  }

  /** Within ten years is the same decade or the next to it. */
  private boolean near(int years, Acquaintance other) {
    return decade.isPresent()
        && other.decade.isPresent()
        && Math.abs(decade.get() - other.decade.get()) <= (years + DECADE - 1) / DECADE;
  }

  private static <T> boolean same(Optional<T> one, Optional<T> other) {
    return one.isPresent() && one.equals(other);
  }
}
