package org.alike.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * A member as a FHIR R4 Patient: only what they told, the name that others call them, and no
 * address to write to. Pure.
 */
final class FhirPatient {
  private FhirPatient() {}

  static Map<String, Object> of(Member member) {
    Profile profile = member.profile();
    Person person = profile.person();
    Map<String, Object> address = Json.of("state", person.region(), "country", person.country());
    List<Map<String, Object>> languages = languages(person.languages());
    return Json.of(
        "resourceType",
        "Patient",
        "name",
        profile.displayName().isEmpty()
            ? null
            : List.of(Json.of("use", "nickname", "text", profile.displayName())),
        "gender",
        person.sex().map(Words::of),
        "birthDate",
        person.birthYear().map(String::valueOf),
        "address",
        address.isEmpty() ? null : List.of(address),
        "communication",
        languages.isEmpty() ? null : languages);
  }

  private static List<Map<String, Object>> languages(List<String> tags) {
    List<Map<String, Object>> languages = new ArrayList<>();
    for (String tag : tags) {
      languages.add(
          Json.of(
              "language",
              Json.of("coding", List.of(Json.of("system", "urn:ietf:bcp:47", "code", tag))),
              "preferred",
              languages.isEmpty()));
    }
    return languages;
  }
}
