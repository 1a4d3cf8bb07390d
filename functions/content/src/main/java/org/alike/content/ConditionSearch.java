package org.alike.content;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Match;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Finds conditions by what somebody types: names, lay words, short forms. A condition that the
 * words mean comes first, then those that have a page, then the others. Thread-safe.
 */
final class ConditionSearch {
  /** Looked through for the ones that have a page. */
  private static final int CONSIDERED = 50;

  private final Vocabulary vocabulary;
  private final Catalogue catalogue;

  ConditionSearch(Vocabulary vocabulary, Catalogue catalogue) {
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
  }

  /** The best matches; {@code page} says whether there is one to read. */
  List<Map<String, Object>> find(String typed, int limit) {
    Resolution meaning = vocabulary.resolve(Kind.CONDITION, typed);
    return vocabulary.complete(Kind.CONDITION, typed, CONSIDERED).stream()
        .sorted(Comparator.comparingInt(match -> rank(match.concept(), meaning)))
        .limit(limit)
        .map(this::item)
        .toList();
  }

  private int rank(Concept concept, Resolution meaning) {
    if (meaning instanceof Resolution.Found found && found.concept().id().equals(concept.id())) {
      return 0;
    }
    return hasPage(concept) ? 1 : 2;
  }

  private boolean hasPage(Concept concept) {
    return catalogue.pageOf(concept.id()).isPresent();
  }

  private Map<String, Object> item(Match match) {
    Map<String, Object> item = ServedPage.named(match.concept());
    item.putAll(Json.of("matched", match.matched(), "page", hasPage(match.concept())));
    return item;
  }
}
