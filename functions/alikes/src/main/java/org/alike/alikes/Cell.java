package org.alike.alikes;

import org.alike.vocabulary.Kind;

/**
 * One group of people that insights count: those who tell this of that.
 *
 * @param feature a symptom or a treatment; one without an id for whoever tells any of its kind
 * @param aspect what they say of it: the name of a constant, in capitals, or the id of a side
 *     effect, in small letters; empty for all who have it
 */
record Cell(Feature feature, String aspect) {
  /** Everybody who tells anything of this kind. */
  static Cell anyOf(Kind kind) {
    return having(new Feature(kind, ""));
  }

  /** Everybody who has this. */
  static Cell having(Feature feature) {
    return new Cell(feature, "");
  }

  /** Those who have the symptom this badly. */
  static Cell of(Feature symptom, Severity severity) {
    return new Cell(symptom, severity.name());
  }

  /** Those who have or had the treatment. */
  static Cell of(Feature treatment, Use use) {
    return new Cell(treatment, use.name());
  }

  /** Those for whom the treatment did this. */
  static Cell of(Feature treatment, Outcome outcome) {
    return new Cell(treatment, outcome.name());
  }

  /** Those who had this side effect of the treatment. */
  static Cell of(Feature treatment, Feature sideEffect) {
    return new Cell(treatment, sideEffect.id());
  }
}
