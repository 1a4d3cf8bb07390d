package org.alike.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Candidate;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Match;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Completes what is being typed, and asks back what it means. What is typed may be somebody's
 * illness: it is in no answer but as a name of the vocabulary. Thread-safe.
 */
final class VocabularyLookup {
  private final Vocabulary vocabulary;
  private final Suggestions suggestions;

  VocabularyLookup(Vocabulary vocabulary, Suggestions suggestions) {
    this.vocabulary = vocabulary;
    this.suggestions = suggestions;
  }

  /** {@code GET /vocabulary}: suggestions for what is being typed. */
  Answer complete(Request request) {
    Kind kind = kind(request);
    String typed = TypedText.of(request, "q");
    List<Map<String, Object>> items =
        suggestions.of(kind, typed, request.limit()).stream()
            .map(VocabularyLookup::suggestion)
            .toList();
    return brief(request, Json.of("items", items));
  }

  /** {@code GET /vocabulary/meaning}: what words mean, or which things they may mean. */
  Answer meaning(Request request) {
    Kind kind = kind(request);
    String typed = TypedText.of(request, "text");
    if (typed.isEmpty()) {
      throw Failure.invalid("text", "required", "Say which words are meant.");
    }
    Resolution resolution = vocabulary.resolve(kind, typed);
    return brief(
        request,
        Json.of(
            "outcome",
            outcome(resolution),
            "candidates",
            resolution.candidates().stream().map(this::candidate).toList()));
  }

  private static String outcome(Resolution resolution) {
    if (resolution instanceof Resolution.Found) {
      return "found";
    }
    return resolution instanceof Resolution.Ambiguous ? "ambiguous" : "unknown";
  }

  private Map<String, Object> candidate(Candidate candidate) {
    Concept concept = candidate.concept();
    return Json.of(
        "id", concept.id(),
        "name", concept.name(),
        "label", concept.label(),
        "matched", candidate.matched(),
        "why", candidate.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "say", vocabulary.say(concept));
  }

  private static Map<String, Object> suggestion(Match match) {
    Concept concept = match.concept();
    return Json.of(
        "kind", SearchField.word(concept.kind()),
        "id", concept.id(),
        "name", concept.name(),
        "shortName", concept.shortName(),
        "label", concept.label(),
        "matched", match.matched());
  }

  private static Answer brief(Request request, Map<String, Object> json) {
    return Conditional.of(request, Answer.ok(json).with("cache-control", Conditions.BRIEFLY));
  }

  private static Kind kind(Request request) {
    String word = request.query("kind").orElse("");
    for (Kind kind : Kind.values()) {
      if (SearchField.word(kind).equals(word)) {
        return kind;
      }
    }
    throw Failure.invalid("kind", "choice", "The kind is condition, symptom or treatment.");
  }
}
