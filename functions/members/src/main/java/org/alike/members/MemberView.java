package org.alike.members;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Json;
import org.alike.vocabulary.Candidate;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/** A member as {@code GET /me} shows them to themselves. Pure; thread-safe. */
final class MemberView {
  private static final String SIDE_EFFECTS = "sideEffects";
  private final Vocabulary vocabulary;

  MemberView(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The whole profile, tagged with its version. */
  Answer answer(Member member) {
    return Answer.ok(json(member)).with("etag", Seen.tag(member));
  }

  Map<String, Object> json(Member member) {
    Profile profile = member.profile();
    Person person = profile.person();
    return Json.of(
        "id", member.id(),
        "email", member.mailbox().address(),
        "displayName", profile.displayName(),
        "version", member.version(),
        "joined", member.joined().toString(),
        "conditions", known(Kind.CONDITION, profile.conditions()),
        "symptoms", known(Kind.SYMPTOM, profile.symptoms()),
        "treatments", known(Kind.TREATMENT, profile.treatments()),
        "unresolved", unresolved(profile),
        "birthYear", person.birthYear(),
        "sex", person.sex().map(Words::of),
        "country", person.country(),
        "region", person.region(),
        "languages", person.languages().isEmpty() ? null : person.languages(),
        "about", person.about(),
        "shown", profile.shown().json(),
        "listed", listed(member.listed()),
        "visibility", member.listed().visibility().word(),
        "wishes", profile.wishes().json(),
        "consent", consent(member.consent()));
  }

  /** Entries of the vocabulary, with what was told about each. */
  List<Map<String, Object>> known(Kind kind, List<? extends Told<?>> all) {
    List<Map<String, Object>> known = new ArrayList<>();
    for (Told<?> told : all) {
      concept(kind, told.term()).map(c -> with(told, concept(c))).ifPresent(known::add);
    }
    return known;
  }

  /** The same for other eyes: words as typed may hold anything, also those of a side effect. */
  List<Map<String, Object>> placed(Kind kind, List<? extends Told<?>> all) {
    List<Map<String, Object>> placed = known(kind, all);
    for (Map<String, Object> entry : placed) {
      List<Map<String, Object>> effects =
          Told.objects(entry, SIDE_EFFECTS).stream().filter(e -> e.containsKey("id")).toList();
      entry.remove(SIDE_EFFECTS);
      if (!effects.isEmpty()) {
        entry.put(SIDE_EFFECTS, effects);
      }
    }
    return placed;
  }

  private static String listed(Audience audience) {
    return audience.includes(Audience.ALIKES) ? audience.word() : "nobody";
  }

  private static Map<String, Object> consent(Consent consent) {
    return Json.of(
        "active", consent.given(), "version", consent.version(), "since", consent.at().toString());
  }

  private Map<String, Object> unresolved(Profile profile) {
    return Json.of(
        "conditions", unresolved(Kind.CONDITION, profile.conditions()),
        "symptoms", unresolved(Kind.SYMPTOM, profile.symptoms()),
        "treatments", unresolved(Kind.TREATMENT, profile.treatments()));
  }

  /** The words as typed; with what they may have meant where that is more than one thing. */
  private List<Map<String, Object>> unresolved(Kind kind, List<? extends Told<?>> all) {
    List<Map<String, Object>> words = new ArrayList<>();
    for (Told<?> told : all) {
      told.term()
          .typed()
          .map(typed -> with(told, Json.of("typed", typed, "candidates", candidates(kind, typed))))
          .ifPresent(words::add);
    }
    return words;
  }

  private Optional<List<Map<String, Object>>> candidates(Kind kind, String typed) {
    return vocabulary.resolve(kind, typed) instanceof Resolution.Ambiguous ambiguous
        ? Optional.of(
            ambiguous.candidates().stream()
                .map(Candidate::concept)
                .map(MemberView::concept)
                .toList())
        : Optional.empty();
  }

  private Map<String, Object> with(Told<?> told, Map<String, Object> term) {
    Map<String, Object> json = new LinkedHashMap<>(term);
    json.putAll(told.details().json());
    if (json.containsKey(SIDE_EFFECTS)) {
      json.put(SIDE_EFFECTS, told.details().symptoms().stream().map(this::symptom).toList());
    }
    return json;
  }

  private Map<String, Object> symptom(Term term) {
    return concept(Kind.SYMPTOM, term)
        .map(concept -> Json.of("id", concept.id(), "name", concept.name()))
        .orElseGet(() -> Json.of("typed", term.typed()));
  }

  private Optional<Concept> concept(Kind kind, Term term) {
    return term.known().flatMap(id -> vocabulary.find(kind, id));
  }

  private static Map<String, Object> concept(Concept concept) {
    return Json.of("id", concept.id(), "name", concept.name(), "label", concept.label());
  }
}
