package org.alike.members;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.alike.kernel.Answer;
import org.alike.kernel.Caller;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Headcounts;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Tells editors which words the vocabulary lacks: those that 11 members or more have typed, folded
 * as the vocabulary folds them, so that nobody's own way to write them is shown. Thread-safe.
 */
final class Unresolved {
  private static final String EDITOR = "editor";
  private static final Comparator<Word> MOST_FIRST =
      Comparator.comparingInt(Word::people)
          .reversed()
          .thenComparing(Word::kind)
          .thenComparing(Word::words);

  private final WordStore store;
  private final Vocabulary vocabulary;
  private final Cursors cursors;

  private record Word(Kind kind, String words, int people) {
    Map<String, Object> toJson() {
      return Json.of("kind", name(kind), "words", words, "people", people);
    }

    List<String> place() {
      return List.of(Integer.toString(people), name(kind), words);
    }

    static Word at(List<String> place) {
      return new Word(
          Kind.valueOf(place.get(1).toUpperCase(Locale.ROOT)),
          place.get(2),
          Integer.parseInt(place.get(0)));
    }
  }

  Unresolved(WordStore store, Vocabulary vocabulary, Cursors cursors) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.cursors = cursors;
  }

  /** {@code GET /vocabulary/unresolved}. */
  Answer list(Request request) {
    Caller editor = request.inRole(EDITOR);
    Optional<Kind> wanted = request.query("kind").map(Unresolved::kind);
    String list = "unresolved " + wanted + " " + editor.id();
    Optional<Word> after = request.query("cursor").map(c -> Word.at(cursors.open(list, c)));
    List<Word> words =
        words().stream()
            .filter(word -> wanted.map(word.kind()::equals).orElse(true))
            .filter(word -> after.map(last -> MOST_FIRST.compare(word, last) > 0).orElse(true))
            .limit(request.limit() + 1L)
            .toList();
    List<Word> shown = words.subList(0, Math.min(words.size(), request.limit()));
    boolean more = words.size() > shown.size();
    return Answer.ok(
        Json.of(
            "items",
            shown.stream().map(Word::toJson).toList(),
            "next",
            more ? cursors.seal(list, shown.get(shown.size() - 1).place()) : null));
  }

  private List<Word> words() {
    Map<Kind, Map<String, Integer>> people = new EnumMap<>(Kind.class);
    store.eachWords(member -> count(member, people));
    List<Word> words = new ArrayList<>();
    people.forEach(
        (kind, ofKind) ->
            ofKind.forEach(
                (typed, number) -> {
                  if (number >= Headcounts.SMALLEST && isUnknown(kind, typed)) {
                    words.add(new Word(kind, typed, number));
                  }
                }));
    words.sort(MOST_FIRST);
    return words;
  }

  /**
   * Counts a member once for each of their words, however often and in which ways they typed it.
   */
  private static void count(UnknownWords member, Map<Kind, Map<String, Integer>> people) {
    for (Kind kind : Kind.values()) {
      Set<String> folded = new TreeSet<>();
      member.of(kind).forEach(typed -> folded.add(Vocabulary.folded(typed)));
      folded.remove("");
      Map<String, Integer> ofKind = people.computeIfAbsent(kind, unused -> new HashMap<>());
      folded.forEach(words -> ofKind.merge(words, 1, Integer::sum));
    }
  }

  /** The vocabulary may have learned the words since. */
  private boolean isUnknown(Kind kind, String words) {
    return vocabulary.resolve(kind, words) instanceof Resolution.Unknown;
  }

  private static Kind kind(String name) {
    for (Kind kind : Kind.values()) {
      if (name(kind).equals(name)) {
        return kind;
      }
    }
    throw Failure.invalid("kind", "choice", "The kind is condition, symptom or treatment.");
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
