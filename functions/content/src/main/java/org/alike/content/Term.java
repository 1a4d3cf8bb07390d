package org.alike.content;

import java.util.Map;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * A symptom or treatment that a page names.
 *
 * @param id of the vocabulary
 * @param name as the vocabulary had it at publication
 * @param type what schema.org calls its kind
 */
record Term(String id, String name, String type) {

  static Term symptom(String id, Vocabulary vocabulary) {
    return new Term(id, name(Kind.SYMPTOM, id, vocabulary), "MedicalSymptom");
  }

  static Term treatment(String id, Vocabulary vocabulary) {
    return new Term(id, name(Kind.TREATMENT, id, vocabulary), typeOf(id, vocabulary));
  }

  static Term fromJson(Map<String, Object> json) {
    return new Term(
        String.valueOf(json.get("id")),
        String.valueOf(json.get("name")),
        String.valueOf(json.get("type")));
  }

  /** As it is kept. */
  Map<String, Object> toJson() {
    return Json.of("id", id, "name", name, "type", type);
  }

  /** As readers see it. */
  Map<String, Object> shown() {
    return Json.of("id", id, "name", name);
  }

  private static String name(Kind kind, String id, Vocabulary vocabulary) {
    return vocabulary.find(kind, id).orElseThrow().name();
  }

  private static String typeOf(String id, Vocabulary vocabulary) {
    Set<String> groups = vocabulary.withAncestors(Kind.TREATMENT, id);
    if (groups.contains("medicines")) {
      boolean group = vocabulary.find(Kind.TREATMENT, id).orElseThrow().category();
      return group ? "DrugClass" : "Drug";
    }
    return groups.contains("self-care") ? "LifestyleModification" : "MedicalTherapy";
  }
}
