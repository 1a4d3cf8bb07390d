package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * What others see of a person: the fields that the person shows to them. Of the age no more than
 * the decade is told.
 *
 * @param person whose card it is
 * @param audience who looks
 * @param vocabulary names what the person has
 * @param year the age is the one reached in this year
 */
record Card(Person person, Audience audience, Vocabulary vocabulary, int year) {
  /** The card as JSON. */
  Map<String, Object> json() {
    Particulars who = person.particulars();
    return Json.of(
        "id", person.id(),
        "displayName", shown(CardField.DISPLAY_NAME, Optional.of(who.displayName())),
        "country", shown(CardField.COUNTRY, who.country()),
        "region", shown(CardField.REGION, who.region()),
        "ageBand", shown(CardField.BIRTH_YEAR, who.birthYear().map(this::band)),
        "sex", shown(CardField.SEX, who.sex()),
        "languages", shown(CardField.LANGUAGES, some(who.languages())),
        "about", shown(CardField.ABOUT, who.about()),
        "conditions", shown(CardField.CONDITIONS, told(Kind.CONDITION)),
        "symptoms", shown(CardField.SYMPTOMS, told(Kind.SYMPTOM)),
        "treatments", shown(CardField.TREATMENTS, told(Kind.TREATMENT)));
  }

  private <T> Optional<T> shown(CardField field, Optional<T> value) {
    return value.filter(unused -> person.shows(field, audience));
  }

  private Optional<List<Map<String, Object>>> told(Kind kind) {
    return some(person.told(kind).stream().flatMap(one -> told(kind, one).stream()).toList());
  }

  /** None of what the vocabulary does not know. */
  private Optional<Map<String, Object>> told(Kind kind, Told told) {
    return vocabulary.find(kind, told.id()).map(concept -> told(concept, told));
  }

  private Map<String, Object> told(Concept concept, Told told) {
    Map<String, Object> json =
        Json.of("id", concept.id(), "name", concept.name(), "label", concept.label());
    json.putAll(told.details());
    some(told.sideEffects().stream()
            .flatMap(id -> vocabulary.find(Kind.SYMPTOM, id).stream())
            .map(symptom -> Json.of("id", symptom.id(), "name", symptom.name()))
            .toList())
        .ifPresentOrElse(
            symptoms -> json.put("sideEffects", symptoms), () -> json.remove("sideEffects"));
    return json;
  }

  private String band(int born) {
    int first = Math.floorDiv(year - born, 10) * 10;
    return first + "-" + (first + 9);
  }

  private static <T> Optional<List<T>> some(List<T> list) {
    return Optional.of(list).filter(items -> !items.isEmpty());
  }
}
