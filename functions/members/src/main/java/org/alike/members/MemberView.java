package org.alike.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Candidate;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/** A member as {@code GET /me} shows them to themselves. Pure; thread-safe. */
final class MemberView {
  private final Vocabulary vocabulary;

  MemberView(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Map<String, Object> json(Member member) {
    Profile profile = member.profile();
    return Json.of(
        "id", member.id(),
        "displayName", profile.displayName(),
        "email", member.mailbox().address(),
        "conditions", known(Kind.CONDITION, profile.conditions()),
        "symptoms", known(Kind.SYMPTOM, profile.symptoms()),
        "treatments", known(Kind.TREATMENT, profile.treatments()),
        "unresolved", unresolved(profile),
        "birthYear", profile.birthYear(),
        "sex", profile.sex(),
        "country", profile.country(),
        "diagnosedYear", profile.diagnosedYear(),
        "visibility", profile.visibility().word(),
        "joined", member.joined().toString(),
        "version", member.version());
  }

  private List<Map<String, Object>> known(Kind kind, Terms terms) {
    return terms.ids().stream()
        .flatMap(id -> vocabulary.find(kind, id).stream())
        .map(MemberView::concept)
        .toList();
  }

  private Map<String, Object> unresolved(Profile profile) {
    return Json.of(
        "conditions", unresolved(Kind.CONDITION, profile.conditions()),
        "symptoms", unresolved(Kind.SYMPTOM, profile.symptoms()),
        "treatments", unresolved(Kind.TREATMENT, profile.treatments()));
  }

  /** The words as typed; with what they may have meant where that is more than one thing. */
  private List<Map<String, Object>> unresolved(Kind kind, Terms terms) {
    List<Map<String, Object>> words = new ArrayList<>();
    terms.unknown().forEach(typed -> words.add(Json.of("typed", typed)));
    for (String typed : terms.ambiguous()) {
      List<Map<String, Object>> candidates =
          vocabulary.resolve(kind, typed) instanceof Resolution.Ambiguous ambiguous
              ? ambiguous.candidates().stream()
                  .map(Candidate::concept)
                  .map(MemberView::concept)
                  .toList()
              : List.of();
      words.add(Json.of("typed", typed, "candidates", candidates));
    }
    return words;
  }

  private static Map<String, Object> concept(Concept concept) {
    return Json.of("id", concept.id(), "name", concept.name(), "label", concept.label());
  }
}
