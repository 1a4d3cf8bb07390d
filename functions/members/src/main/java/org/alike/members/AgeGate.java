package org.alike.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alike.kernel.Environment;

/**
 * Keeps those out who are too young to agree to their health data being kept on their own. Since
 * only the year of birth is asked, who has their birthday still to come counts as that old already.
 *
 * @param minimum the least age, from the setting {@code MINIMUM_AGE}
 */
record AgeGate(int minimum) {
  /** What a broken rule is called. */
  static final String TOO_YOUNG = "TOO_YOUNG";

  private static final String SETTING = "MINIMUM_AGE";

  /** As the environment says. */
  static AgeGate of(Environment environment) {
    return new AgeGate(Integer.parseInt(environment.required(SETTING)));
  }

  /** Whether somebody of this birth year is too young now. */
  boolean isTooYoung(int birthYear, Instant now) {
    return year(now) - birthYear < minimum;
  }

  /** Whether somebody is too young who may not have told the year. */
  boolean isTooYoung(Optional<Integer> birthYear, Instant now) {
    return birthYear.filter(year -> isTooYoung(year, now)).isPresent();
  }

  static int year(Instant now) {
    return now.atZone(ZoneOffset.UTC).getYear();
  }
}
