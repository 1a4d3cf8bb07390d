package org.alike.members;

import java.time.Instant;

/**
 * A person's agreement that their health data is kept.
 *
 * @param version of the text they agreed to
 * @param at when
 */
record Consent(String version, Instant at) {
  Consent {
    if (version.isBlank()) {
      throw new IllegalArgumentException("Consent needs the version of its text");
    }
  }
}
