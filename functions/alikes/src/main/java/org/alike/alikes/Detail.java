package org.alike.alikes;

import java.util.List;
import java.util.Optional;

/**
 * What a member says about one thing among the symptoms or treatments, as far as insights count it.
 * Ranking does not look at it.
 *
 * @param severity of a symptom
 * @param use of a treatment
 * @param outcome of a treatment
 * @param sideEffects of a treatment: ids of symptoms, in alphabetical order
 */
record Detail(
    Optional<Severity> severity,
    Optional<Use> use,
    Optional<Outcome> outcome,
    List<String> sideEffects) {
  /** Nothing said. */
  static final Detail NONE =
      new Detail(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /** Keeps its own copy, in one form. */
  Detail {
    sideEffects = sideEffects.stream().sorted().distinct().toList();
  }

  /** Of a symptom. */
  static Detail of(Severity severity) {
    return new Detail(Optional.of(severity), Optional.empty(), Optional.empty(), List.of());
  }

  /** Of a treatment. */
  static Detail of(Use use, Outcome outcome, String... sideEffects) {
    return new Detail(
        Optional.empty(), Optional.of(use), Optional.of(outcome), List.of(sideEffects));
  }
}
