package org.alike.members;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * How a treatment went.
 *
 * @param use whether it goes on
 * @param outcome what it did
 * @param sideEffects the symptoms it brought
 */
record Experience(Optional<Use> use, Optional<Outcome> outcome, List<Term> sideEffects)
    implements Told.Details {
  /** Nothing was told. */
  static final Experience UNTOLD = new Experience(Optional.empty(), Optional.empty(), List.of());

  /** Whether a treatment goes on. */
  enum Use {
    CURRENT,
    PAST
  }

  /** What a treatment did. */
  enum Outcome {
    HELPED,
    NO_CHANGE,
    WORSE,
    TOO_EARLY
  }

  /** Keeps its own copy. */
  Experience {
    sideEffects = List.copyOf(sideEffects);
  }

  /** The experience that {@link #json} wrote. */
  static Experience of(Map<String, Object> json) {
    return new Experience(
        Words.find(Use.class, String.valueOf(json.get("use"))),
        Words.find(Outcome.class, String.valueOf(json.get("outcome"))),
        Told.objects(json, "sideEffects").stream().map(Term::of).toList());
  }

  @Override
  public Map<String, Object> json() {
    return Json.of(
        "use", use.map(Words::of),
        "outcome", outcome.map(Words::of),
        "sideEffects",
            sideEffects.isEmpty() ? null : sideEffects.stream().map(Term::json).toList());
  }

  @Override
  public List<Term> symptoms() {
    return sideEffects;
  }
}
