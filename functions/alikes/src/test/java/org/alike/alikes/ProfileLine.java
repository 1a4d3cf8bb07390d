package org.alike.alikes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;

/**
 * A profile as a line of JSON: {@code {"id":"a","conditions":["type-2-diabetes"],"symptoms":[],
 * "treatments":["metformin"],"birthYear":1970}}. All but the id may be left out; other names are
 * the writer's own.
 *
 * @param row the profile
 * @param json all that the line says
 */
record ProfileLine(Row row, Map<String, Object> json) {
  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static ProfileLine of(String line) {
    Map<String, Object> json = json(line);
    String id = text(json, "id").orElseThrow(() -> new IllegalArgumentException("no id"));
    Set<Feature> typed = new HashSet<>();
    texts(json, "conditions").forEach(each -> typed.add(new Feature(Kind.CONDITION, each)));
    texts(json, "symptoms").forEach(each -> typed.add(new Feature(Kind.SYMPTOM, each)));
    texts(json, "treatments").forEach(each -> typed.add(new Feature(Kind.TREATMENT, each)));
    Attributes attributes =
        new Attributes(
            text(json, "sex"),
            text(json, "country"),
            texts(json, "languages"),
            wishes(json),
            Rows.everythingShown().shown());
    return new ProfileLine(new Row(id, 0, Instant.EPOCH, typed, year(json), attributes), json);
  }

  /** A text that the writer added. */
  String note(String name) {
    return text(json, name).orElse("");
  }

  private static Map<String, Object> json(String line) {
    try {
      return Json.object(line);
    } catch (Failure malformed) {
      throw new IllegalArgumentException("not one well-formed JSON object", malformed);
    }
  }

  private static Optional<String> text(Map<String, Object> json, String name) {
    Object value = json.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text && !text.isBlank()) {
      return Optional.of(text);
    }
    throw new IllegalArgumentException(name + " is not a text");
  }

  private static List<String> texts(Map<String, Object> json, String name) {
    List<String> texts = new ArrayList<>();
    if (json.getOrDefault(name, List.of()) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof String text && !text.isBlank()) {
          texts.add(text);
        }
      }
      if (texts.size() == list.size()) {
        return texts;
      }
    }
    throw new IllegalArgumentException(name + " is not a list of texts");
  }

  private static Optional<Integer> year(Map<String, Object> json) {
    Object value = json.get("birthYear");
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Integer year && year >= Row.FIRST_YEAR && year <= Row.LAST_YEAR) {
      return Optional.of(year);
    }
    throw new IllegalArgumentException("birthYear is not a year");
  }

  private static Wishes wishes(Map<String, Object> json) {
    Map<String, Object> wishes =
        Json.asObject(json.getOrDefault("wishes", Map.of()))
            .orElseThrow(() -> new IllegalArgumentException("wishes is not an object"));
    int years = wishes.get("years") instanceof Integer number ? Math.max(0, number) : 0;
    return new Wishes(
        Boolean.TRUE.equals(wishes.get("sex")),
        Boolean.TRUE.equals(wishes.get("country")),
        Boolean.TRUE.equals(wishes.get("language")),
        years,
        false);
  }
}
