package org.alike.content;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Match;

/**
 * Suggests conditions while somebody types, and says which have a page. The vocabulary's names are
 * English; in every other language the pages' own titles come first. Thread-safe.
 */
final class ConditionSearch {
  private final Suggestions suggestions;
  private final Catalogue catalogue;

  ConditionSearch(Suggestions suggestions, Catalogue catalogue) {
    this.suggestions = suggestions;
    this.catalogue = catalogue;
  }

  /** A page's title in the asked language. */
  private record Named(String slug, Title title) {
    /** The name or short form in which what was typed begins at the beginning of a word. */
    Optional<String> matching(String typed) {
      return Stream.concat(Stream.of(title.name()), title.shortName().stream())
          .filter(name -> words(name).contains(typed))
          .findFirst();
    }
  }

  /** The best matches, none twice; {@code page} says whether there is one to read. */
  List<Map<String, Object>> find(String typed, String lang, int limit) {
    Map<String, Named> named = lang.equals(Reading.ENGLISH) ? Map.of() : named(lang);
    Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    titled(named, words(typed)).forEach(item -> items.put(String.valueOf(item.get("slug")), item));
    for (Match match : suggestions.of(Kind.CONDITION, typed, limit)) {
      items.computeIfAbsent(match.concept().id(), slug -> item(match, named));
    }
    return items.values().stream().limit(limit).toList();
  }

  /** The pages that have a title in this language, by slug. */
  private Map<String, Named> named(String lang) {
    Map<String, Named> named = new HashMap<>();
    for (Entry entry : catalogue.entries()) {
      Title title = entry.titles().get(lang);
      if (title != null) {
        named.put(entry.slug(), new Named(entry.slug(), title));
      }
    }
    return named;
  }

  private static List<Map<String, Object>> titled(Map<String, Named> named, String typed) {
    if (typed.isBlank()) {
      return List.of();
    }
    return named.values().stream()
        .sorted(Comparator.comparing(page -> Letters.folded(page.title.name())))
        .flatMap(page -> page.matching(typed).map(matched -> item(page, matched, true)).stream())
        .toList();
  }

  private Map<String, Object> item(Match match, Map<String, Named> named) {
    String id = match.concept().id();
    Named page = named.getOrDefault(id, new Named(id, Subject.title(match.concept())));
    return item(page, match.matched(), catalogue.pageOf(id).isPresent());
  }

  private static Map<String, Object> item(Named page, String matched, boolean written) {
    Map<String, Object> item = ServedPage.named(page.slug, page.title);
    item.putAll(Json.of("matched", matched, "page", written));
    return item;
  }

  /** Folded, with a space before each word, so that a word's beginning is found anywhere. */
  private static String words(String text) {
    return " " + Letters.folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
