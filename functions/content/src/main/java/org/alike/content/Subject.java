package org.alike.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What the vocabulary said of a page's condition when the page was published: so that what is
 * served changes with publications only.
 *
 * @param slug the condition's id
 * @param title its English name
 * @param codes code by code system
 * @param symptoms that the page names
 * @param treatments that the page names
 */
record Subject(
    String slug,
    Title title,
    Map<String, String> codes,
    List<Term> symptoms,
    List<Term> treatments) {

  static Subject of(Manuscript manuscript, Vocabulary vocabulary) {
    Concept concept = vocabulary.find(Kind.CONDITION, manuscript.slug()).orElseThrow();
    return new Subject(
        concept.id(),
        title(concept),
        concept.codes(),
        manuscript.symptoms().stream().map(id -> Term.symptom(id, vocabulary)).toList(),
        manuscript.treatments().stream().map(id -> Term.treatment(id, vocabulary)).toList());
  }

  static Subject fromJson(Map<String, Object> json) {
    Map<String, String> codes = new LinkedHashMap<>();
    Json.asObject(json.get("codes"))
        .orElse(Map.of())
        .forEach((system, code) -> codes.put(system, String.valueOf(code)));
    return new Subject(
        String.valueOf(json.get("slug")),
        new Title(
            String.valueOf(json.get("name")),
            Optional.ofNullable(json.get("shortName")).map(String::valueOf)),
        codes,
        terms(json.get("symptoms")),
        terms(json.get("treatments")));
  }

  Map<String, Object> toJson() {
    return Json.of(
        "slug", slug,
        "name", title.name(),
        "shortName", title.shortName(),
        "codes", codes,
        "symptoms", symptoms.stream().map(Term::toJson).toList(),
        "treatments", treatments.stream().map(Term::toJson).toList());
  }

  static Title title(Concept concept) {
    return new Title(concept.name(), Optional.ofNullable(concept.shortName()));
  }

  private static List<Term> terms(@Nullable Object list) {
    List<Term> terms = new ArrayList<>();
    if (list instanceof List<?> entries) {
      entries.forEach(entry -> Json.asObject(entry).map(Term::fromJson).ifPresent(terms::add));
    }
    return terms;
  }
}
