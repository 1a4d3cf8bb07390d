package org.alike.wisdom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Ids;
import org.alike.kernel.Marker;
import org.alike.kernel.Request;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Answers questions with what pages and public posts say. Urgent help comes first and alone; then
 * what nobody here may answer; then quotes, or the plain word that there are none. Thread-safe.
 */
final class Answers {
  private static final String NOTHING =
      "We found nothing in our pages and public discussions that answers this. You could put it in"
          + " other words, ask the community, or ask somebody who treats you.";

  /** A repeated request comes within minutes; health questions are not kept for longer. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final SourceStore store;
  private final Library library;
  private final Lexicon lexicon;
  private final UrgentHelp urgentHelp;
  private final Vocabulary vocabulary;
  private final Ids ids;
  private final String site;

  Answers(SourceStore store, Vocabulary vocabulary, Ids ids, String site) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.lexicon = new Lexicon(vocabulary);
    this.library = new Library(store, lexicon);
    this.urgentHelp = UrgentHelp.configured();
    this.ids = ids;
    this.site = site;
  }

  /** {@code POST /wisdom/answers}. */
  Answer ask(Request request) {
    Fields fields = request.fields();
    String question = fields.text("question", 3, 500);
    Optional<String> about = fields.optionalText("condition", 100);
    fields.end();
    Answer answer = Answer.ok(answer(question, about.map(this::condition)).toJson(site));
    request
        .<Answer>repeat(same -> same)
        .marker(answer)
        .map(marker -> forMinutes(marker, request))
        .ifPresent(store::remember);
    return answer;
  }

  private WisdomAnswer answer(String question, Optional<String> condition) {
    Optional<Map<String, Object>> urgent = urgentHelp.neededBy(question);
    if (urgent.isPresent()) {
      return new WisdomAnswer(ids.next(), List.of(), Optional.empty(), urgent);
    }
    Optional<String> refusal = Boundary.crossedBy(question).map(Boundary::message);
    List<Quote> quotes =
        refusal.isPresent()
            ? List.of()
            : library.current().choose(Question.of(question, condition, lexicon));
    Optional<String> message = quotes.isEmpty() ? refusal.or(() -> Optional.of(NOTHING)) : refusal;
    return new WisdomAnswer(ids.next(), quotes, message, Optional.empty());
  }

  /** By its id as a page links it, or by words that mean it alone. */
  private String condition(String words) {
    if (vocabulary.find(Kind.CONDITION, words).isPresent()) {
      return words;
    }
    if (vocabulary.resolve(Kind.CONDITION, words) instanceof Resolution.Found found) {
      return found.concept().id();
    }
    throw Failure.invalid("/condition", "unknown", "This is not a condition that we know.");
  }

  private static Marker forMinutes(Marker marker, Request request) {
    return new Marker(
        marker.id(), marker.fingerprint(), marker.answer(), request.received().plus(REMEMBERED));
  }
}
