package org.alike.alikes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.vocabulary.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A condition, symptom or treatment of a member, with what the member says about it.
 *
 * @param id the vocabulary's id
 * @param details years as numbers, side effects as a list of symptoms' ids, all else as texts
 */
record Told(String id, Map<String, Object> details) {
  private static final Map<Kind, List<String>> NAMES =
      Map.of(
          Kind.CONDITION, List.of("firstSymptoms", "diagnosed", "stage"),
          Kind.SYMPTOM, List.of("severity", "since"),
          Kind.TREATMENT, List.of("use", "outcome", "sideEffects"));

  /** Of this id, with those details of the object that are known of its kind, in one order. */
  static Told of(Kind kind, String id, Map<String, Object> json) {
    Map<String, Object> details = new LinkedHashMap<>();
    for (String name : NAMES.getOrDefault(kind, List.of())) {
      known(json.get(name)).ifPresent(value -> details.put(name, value));
    }
    return new Told(id, details);
  }

  /** What insights count of it. */
  Detail detail() {
    return new Detail(
        Severity.of(text("severity")),
        Use.of(text("use")),
        Outcome.of(text("outcome")),
        sideEffects());
  }

  /** Ids of the symptoms that a treatment brought. */
  List<String> sideEffects() {
    return details.get("sideEffects") instanceof List<?> ids
        ? ids.stream().map(String::valueOf).toList()
        : List.of();
  }

  private String text(String name) {
    return details.get(name) instanceof String text ? text : "";
  }

  private static Optional<Object> known(@Nullable Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.intValue());
    } else if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      return Optional.of(list.stream().map(String::valueOf).toList());
    }
    return Optional.empty();
  }
}
