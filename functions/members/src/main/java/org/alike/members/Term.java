package org.alike.members;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/** A condition, symptom or treatment, as the vocabulary or as the member calls it. */
sealed interface Term {
  /** How the stored form notes it. */
  String AMBIGUOUS = "ambiguous";

  /**
   * A concept of the vocabulary.
   *
   * @param id names it within its kind
   */
  record Known(String id) implements Term {}

  /**
   * The member's own words, because they mean no concept or not a certain one. Nothing is guessed
   * and nothing is lost.
   *
   * @param words as they were typed
   * @param ambiguous whether they may mean several concepts, and not none
   */
  record AsTyped(String words, boolean ambiguous) implements Term {}

  /** What these words mean, or the words themselves. */
  static Term of(Vocabulary vocabulary, Kind kind, String words) {
    Resolution meaning = vocabulary.resolve(kind, words);
    return meaning instanceof Resolution.Found found
        ? new Known(found.concept().id())
        : new AsTyped(words, meaning instanceof Resolution.Ambiguous);
  }

  /** The term that {@link #json} wrote. */
  static Term of(Map<String, Object> json) {
    return json.get("id") instanceof String id
        ? new Known(id)
        : new AsTyped(String.valueOf(json.get("typed")), Boolean.TRUE.equals(json.get(AMBIGUOUS)));
  }

  default Map<String, Object> json() {
    boolean ambiguous = this instanceof AsTyped own && own.ambiguous();
    return Json.of("id", known(), "typed", typed(), AMBIGUOUS, ambiguous ? true : null);
  }

  /** The concept's id, for a concept. */
  default Optional<String> known() {
    return this instanceof Known known ? Optional.of(known.id()) : Optional.empty();
  }

  /** The words, where the vocabulary lacks them. */
  default Optional<String> unknown() {
    return this instanceof AsTyped own && !own.ambiguous()
        ? Optional.of(own.words())
        : Optional.empty();
  }

  /** The words, for words. */
  default Optional<String> typed() {
    return this instanceof AsTyped own ? Optional.of(own.words()) : Optional.empty();
  }
}
