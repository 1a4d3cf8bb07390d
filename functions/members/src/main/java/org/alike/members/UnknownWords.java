package org.alike.members;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.vocabulary.Kind;

/**
 * The words of one member that mean nothing to the vocabulary, as they were typed. They may hold
 * anything, so they are kept beside the member, go with the member, and leave this feature only
 * where many typed the same.
 */
record UnknownWords(Map<Kind, List<String>> words) {
  /** Keeps its own copy. */
  UnknownWords {
    words = Map.copyOf(words);
  }

  /** Those of a profile, when there are any. */
  static Optional<UnknownWords> of(Profile profile) {
    Map<Kind, List<String>> words = new EnumMap<>(Kind.class);
    words.put(Kind.CONDITION, terms(profile.conditions()));
    List<String> symptoms = new ArrayList<>(terms(profile.symptoms()));
    profile.treatments().stream()
        .flatMap(treatment -> treatment.details().symptoms().stream())
        .flatMap(sideEffect -> sideEffect.unknown().stream())
        .forEach(symptoms::add);
    words.put(Kind.SYMPTOM, symptoms);
    words.put(Kind.TREATMENT, terms(profile.treatments()));
    words.values().removeIf(List::isEmpty);
    return words.isEmpty() ? Optional.empty() : Optional.of(new UnknownWords(words));
  }

  /** Those of one kind. */
  List<String> of(Kind kind) {
    return words.getOrDefault(kind, List.of());
  }

  private static List<String> terms(List<? extends Told<?>> all) {
    return all.stream().flatMap(told -> told.term().unknown().stream()).toList();
  }
}
