package org.alike.members;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * How a symptom is.
 *
 * @param severity how bad it is
 * @param since the year it began
 */
record Burden(Optional<Severity> severity, Optional<Integer> since) implements Told.Details {
  /** Nothing was told. */
  static final Burden UNTOLD = new Burden(Optional.empty(), Optional.empty());

  /** How bad a symptom is; that it isn't there says something, too. */
  enum Severity {
    NONE,
    MILD,
    MODERATE,
    SEVERE
  }

  /** The burden that {@link #json} wrote. */
  static Burden of(Map<String, Object> json) {
    return new Burden(
        Words.find(Severity.class, String.valueOf(json.get("severity"))),
        Told.number(json, "since"));
  }

  @Override
  public Map<String, Object> json() {
    return Json.of("severity", severity.map(Words::of), "since", since);
  }
}
