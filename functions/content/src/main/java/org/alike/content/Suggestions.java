package org.alike.content;

import java.util.List;
import java.util.Map;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Match;
import org.alike.vocabulary.Vocabulary;

/**
 * Suggests what somebody may be typing: best first by how exactly it fits, then by how many members
 * have it, as far as that may be told, then by name. Thread-safe.
 */
final class Suggestions {
  private final Vocabulary vocabulary;
  private final Popularity popularity;

  Suggestions(Vocabulary vocabulary, Popularity popularity) {
    this.vocabulary = vocabulary;
    this.popularity = popularity;
  }

  /** At most so many, none twice. */
  List<Match> of(Kind kind, String typed, int limit) {
    Map<String, Integer> people = popularity.current().numbers(kind);
    return vocabulary.complete(kind, typed, limit, id -> people.getOrDefault(id, 0));
  }
}
