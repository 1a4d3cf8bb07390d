package org.alike.content;

import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Match;

/** Suggests conditions while somebody types, and says which have a page. Thread-safe. */
final class ConditionSearch {
  private final Suggestions suggestions;
  private final Catalogue catalogue;

  ConditionSearch(Suggestions suggestions, Catalogue catalogue) {
    this.suggestions = suggestions;
    this.catalogue = catalogue;
  }

  /** The best matches; {@code page} says whether there is one to read. */
  List<Map<String, Object>> find(String typed, int limit) {
    return suggestions.of(Kind.CONDITION, typed, limit).stream().map(this::item).toList();
  }

  private Map<String, Object> item(Match match) {
    boolean page = catalogue.pageOf(match.concept().id()).isPresent();
    Map<String, Object> item = ServedPage.named(match.concept());
    item.putAll(Json.of("matched", match.matched(), "page", page));
    return item;
  }
}
