package org.alike.members;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * What the other features are told of a member: only fields that at least match, and of conditions,
 * symptoms and treatments only what the vocabulary knows, since words as typed may hold anything.
 * Of a member whose consent is withdrawn nothing at all. Pure.
 */
final class MemberTold {
  private final Member member;
  private final Profile profile;
  private final Person person;

  private MemberTold(Member member) {
    this.member = member;
    this.profile = member.profile();
    this.person = member.profile().person();
  }

  /** The data of {@code MemberChanged}. */
  static Map<String, Object> data(Member member) {
    return member.consent().given() ? new MemberTold(member).data() : nothing(member);
  }

  /** For features that know of no consent it looks like a member who told nothing. */
  private static Map<String, Object> nothing(Member member) {
    return Json.of(
        "memberId", member.id(),
        "displayName", "",
        "visibility", Visibility.MATCHING.word(),
        "conditions", List.of(),
        "symptoms", List.of(),
        "treatments", List.of(),
        "shown", Map.of(),
        "joined", member.joined().toString(),
        "matchable", false);
  }

  private Map<String, Object> data() {
    return Json.of(
        "memberId", member.id(),
        "displayName", told(Field.DISPLAY_NAME, profile.displayName()),
        "visibility", member.listed().visibility().word(),
        "conditions", told(Field.CONDITIONS, Told.ids(profile.conditions())),
        "symptoms", told(Field.SYMPTOMS, Told.ids(profile.symptoms())),
        "treatments", told(Field.TREATMENTS, Told.ids(profile.treatments())),
        "details", details(),
        "birthYear", told(Field.BIRTH_YEAR, person.birthYear()),
        "sex", told(Field.SEX, person.sex().map(Words::of)),
        "country", told(Field.COUNTRY, person.country()),
        "region", told(Field.REGION, person.region()),
        "languages", told(Field.LANGUAGES, person.languages()),
        "about", told(Field.ABOUT, person.about()),
        "shown", shown(),
        "wishes", profile.wishes().json(),
        "joined", member.joined().toString());
  }

  private Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      if (isTold(field)) {
        shown.put(field.word(), profile.shown().of(field).word());
      }
    }
    return shown;
  }

  private Map<String, Object> details() {
    return Json.of(
        "conditions", told(Field.CONDITIONS, details(profile.conditions())),
        "symptoms", told(Field.SYMPTOMS, details(profile.symptoms())),
        "treatments", told(Field.TREATMENTS, details(profile.treatments())));
  }

  private static List<Map<String, Object>> details(List<? extends Told<?>> all) {
    List<Map<String, Object>> details = new ArrayList<>();
    for (Told<?> told : all) {
      told.term().known().ifPresent(id -> details.add(details(id, told.details())));
    }
    return details;
  }

  private static Map<String, Object> details(String id, Told.Details details) {
    Map<String, Object> json = Json.of("id", id);
    json.putAll(details.json());
    json.remove("sideEffects");
    List<String> symptoms =
        details.symptoms().stream().flatMap(symptom -> symptom.known().stream()).toList();
    if (!symptoms.isEmpty()) {
      json.put("sideEffects", symptoms);
    }
    return json;
  }

  private boolean isTold(Field field) {
    return member.tells(Audience.MATCHING, field);
  }

  private <T> Optional<T> told(Field field, Optional<T> value) {
    return value.filter(unused -> isTold(field));
  }

  private Optional<Object> told(Field field, Object value) {
    return told(field, Optional.of(value));
  }
}
