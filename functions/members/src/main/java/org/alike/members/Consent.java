package org.alike.members;

import java.time.Instant;

/**
 * A person's decision whether their health data may be used, one of a history that is only ever
 * added to.
 *
 * @param number counts the person's decisions, from 1 on
 * @param given whether they agreed, or withdrew what they had agreed to
 * @param version of the text
 * @param at when
 */
record Consent(int number, boolean given, String version, Instant at) {
  Consent {
    if (version.isBlank()) {
      throw new IllegalArgumentException("Consent needs the version of its text");
    }
  }

  /** A person's first. */
  static Consent first(String version, Instant at) {
    return new Consent(1, true, version, at);
  }

  /** They agree to this text. */
  Consent given(String text, Instant now) {
    return new Consent(number + 1, true, text, now);
  }

  /** They withdraw. */
  Consent withdrawn(Instant now) {
    return new Consent(number + 1, false, version, now);
  }
}
