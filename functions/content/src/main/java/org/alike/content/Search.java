package org.alike.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/** Searches the text of all pages in patients' words. Thread-safe. */
final class Search {
  private static final String ENGLISH = "en";

  /** A language tag (RFC 5646), of which the primary part counts. */
  private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})(-[A-Za-z0-9]{2,8}){0,4}");

  private final CurrentIndex index;
  private final Understanding understanding;
  private final Vocabulary vocabulary;

  Search(SearchablePages pages, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.index = new CurrentIndex(pages, vocabulary);
    this.understanding = new Understanding(vocabulary);
  }

  /** {@code GET /search}. */
  Answer answer(Request request) {
    String typed = TypedText.of(request, "q");
    String lang = request.query("lang").map(Search::primary).orElse(ENGLISH);
    int limit = request.limit();
    Map<String, Object> found =
        typed.isEmpty()
            ? Json.of("items", List.of(), "understood", List.of())
            : find(typed, lang, limit);
    return Conditional.of(request, Answer.ok(found).with("cache-control", Conditions.BRIEFLY));
  }

  /** Loads what searches need, at the cost of one. */
  void warmUp() {
    SearchablePage.Part part = new SearchablePage.Part("overview", "Migraine", "Pain.");
    SearchablePage page =
        new SearchablePage(
            "migraine", 1, ENGLISH, "", List.of("Migraine"), Set.of(), Map.of(), List.of(part));
    SearchWords words = new SearchWords("pain", understanding.of("my pains"), ENGLISH);
    SearchIndex sample = SearchIndex.of(List.of(page), vocabulary);
    sample.search(words, 1).forEach(found -> sample.snippets(words).of(found.place()));
  }

  private Map<String, Object> find(String typed, String lang, int limit) {
    SearchWords words = new SearchWords(typed, understanding.of(typed), lang);
    SearchIndex current = index.get();
    Snippets snippets = current.snippets(words);
    return Json.of(
        "items",
        current.search(words, limit).stream().map(found -> item(found, words, snippets)).toList(),
        "understood",
        words.meanings().stream().map(Meaning::toJson).toList());
  }

  private static Map<String, Object> item(
      SearchIndex.Found found, SearchWords words, Snippets snippets) {
    SearchablePage page = found.place().page();
    SearchablePage.Part part = found.place().part();
    Optional<String> matched =
        words.meanings().stream()
            .filter(meaning -> meaning.is(page.slug()))
            .map(Meaning::matched)
            .findFirst();
    return Json.of(
        "kind",
        "condition",
        "slug",
        page.slug(),
        "label",
        page.label(),
        "section",
        found.wholePage() ? null : Json.of("id", part.id(), "heading", part.heading()),
        "lang",
        page.lang(),
        "snippet",
        snippets.of(found.place()).stream().map(Snippets.Part::toJson).toList(),
        "matched",
        matched);
  }

  private static String primary(String tag) {
    Matcher matcher = TAG.matcher(tag);
    if (!matcher.matches()) {
      throw Failure.invalid("lang", "format", "The language is a tag such as en or es-MX.");
    }
    return matcher.group(1).toLowerCase(Locale.ROOT);
  }
}
