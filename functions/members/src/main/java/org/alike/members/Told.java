package org.alike.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.alike.kernel.Json;

/**
 * One condition, symptom or treatment of a member, with what they told about it.
 *
 * @param <D> what can be told about it
 */
record Told<D extends Told.Details>(Term term, D details) {

  /** What can be told about a condition, a symptom or a treatment; all of it is optional. */
  interface Details {
    /** Its fields; none for what was not told. */
    Map<String, Object> json();

    /** The terms it names itself; they are symptoms. */
    default List<Term> symptoms() {
      return List.of();
    }
  }

  /** The entry that {@link #json} wrote. */
  static <D extends Details> Told<D> of(
      Map<String, Object> json, Function<Map<String, Object>, D> details) {
    return new Told<>(Term.of(json), details.apply(json));
  }

  /** Term and details in one object. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>(term.json());
    json.putAll(details.json());
    return json;
  }

  /** A whole number of an object that our own code wrote. */
  static Optional<Integer> number(Map<String, Object> json, String name) {
    return json.get(name) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /** The objects of a list that our own code wrote. */
  static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
    return json.get(name) instanceof List<?> list
        ? list.stream().flatMap(item -> Json.asObject(item).stream()).toList()
        : List.of();
  }

  /** The ids of those that are concepts. */
  static List<String> ids(List<? extends Told<?>> all) {
    return all.stream().flatMap(told -> told.term().known().stream()).toList();
  }
}
