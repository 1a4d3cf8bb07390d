package org.alike.content;

import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * A symptom or treatment that a page names.
 *
 * @param id of the vocabulary
 * @param name as the vocabulary had it at publication
 * @param medicine whether it is something that a pharmacy sells
 */
record Term(String id, String name, boolean medicine) {
  private static final String MEDICINES = "medicines";

  static Term of(Kind kind, String id, Vocabulary vocabulary) {
    boolean medicine =
        kind == Kind.TREATMENT && vocabulary.withAncestors(kind, id).contains(MEDICINES);
    return new Term(id, vocabulary.find(kind, id).orElseThrow().name(), medicine);
  }

  static Term fromJson(Map<String, Object> json) {
    return new Term(
        String.valueOf(json.get("id")),
        String.valueOf(json.get("name")),
        Boolean.TRUE.equals(json.get("medicine")));
  }

  /** As it is kept. */
  Map<String, Object> toJson() {
    return Json.of("id", id, "name", name, "medicine", medicine ? true : null);
  }

  /** As readers see it. */
  Map<String, Object> shown() {
    return Json.of("id", id, "name", name);
  }
}
