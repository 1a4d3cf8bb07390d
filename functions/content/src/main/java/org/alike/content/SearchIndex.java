package org.alike.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * All pages in a keyword index in memory (BM25), a document for each section. Immutable;
 * thread-safe.
 */
final class SearchIndex {
  private static final int MOST_HITS = 1_000;

  /** A word that had to be corrected is worth half, and never as much as the least exact one. */
  private static final float CORRECTED = 0.5f;

  private static final float BELOW_EXACT = 0.9f;

  private final List<Place> places;
  private final IndexSearcher searcher;
  private final SearchQueries queries;

  private SearchIndex(List<Place> places, DirectoryReader reader) {
    this.places = places;
    this.searcher = new IndexSearcher(reader);
    this.queries = new SearchQueries(reader);
  }

  /** A section of a page. */
  record Place(SearchablePage page, SearchablePage.Part part) {
    private boolean isIn(String lang) {
      return page.lang().equals(lang);
    }
  }

  /**
   * A page that was found.
   *
   * @param place the section to show of it
   * @param wholePage whether the words are just the page's name, and mean no section of it
   */
  record Found(Place place, double score, boolean wholePage) {}

  /** The index of these pages. */
  static SearchIndex of(Collection<SearchablePage> pages, Vocabulary vocabulary) {
    List<Place> places = new ArrayList<>();
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    // Without merges, documents keep the order they were added in.
    IndexWriterConfig settings =
        new IndexWriterConfig(SearchField.analyzer())
            .setUseCompoundFile(false)
            .setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(memory, settings)) {
      for (SearchablePage page : pages) {
        for (SearchablePage.Part part : page.parts()) {
          writer.addDocument(document(page, part, vocabulary));
          places.add(new Place(page, part));
        }
      }
      // Behind the sections, which therefore keep their numbers.
      writer.addDocument(spelled(pages));
      writer.commit();
      return new SearchIndex(List.copyOf(places), DirectoryReader.open(memory));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** The pages that fit best, each once with its best section. */
  List<Found> search(SearchWords words, int limit) {
    try {
      Map<String, List<Found>> byPage = new LinkedHashMap<>();
      scores(words)
          .forEach(
              (doc, score) -> {
                Place place = places.get(doc);
                byPage
                    .computeIfAbsent(place.page.slug(), unused -> new ArrayList<>())
                    .add(new Found(place, score, false));
              });
      return byPage.values().stream()
          .map(sections -> best(sections, words))
          .sorted(
              Comparator.comparingDouble(Found::score)
                  .reversed()
                  .thenComparing(found -> found.place.page.label()))
          .limit(limit)
          .toList();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** What tells which words to mark. */
  Snippets snippets(SearchWords words) {
    try {
      Map<SearchLanguage, List<String>> corrections = new HashMap<>();
      for (SearchLanguage language : SearchLanguage.values()) {
        corrections.put(language, queries.corrections(words, language));
      }
      return new Snippets(words, corrections);
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private Map<Integer, Double> scores(SearchWords words) throws IOException {
    Map<Integer, Float> exact = hits(queries.exact(words));
    double least = exact.values().stream().mapToDouble(Float::doubleValue).min().orElse(1);
    Map<Integer, Double> scores = new LinkedHashMap<>();
    exact.forEach((doc, score) -> scores.put(doc, (double) score));
    hits(queries.meant(words))
        .forEach(
            (doc, score) -> {
              Float known = exact.get(doc);
              double corrected = CORRECTED * score;
              scores.put(
                  doc,
                  known == null ? Math.min(corrected, BELOW_EXACT * least) : known + corrected);
            });
    return scores;
  }

  private Map<Integer, Float> hits(Query query) throws IOException {
    Map<Integer, Float> hits = new LinkedHashMap<>();
    for (ScoreDoc hit : searcher.search(query, MOST_HITS).scoreDocs) {
      hits.put(hit.doc, hit.score);
    }
    return hits;
  }

  /** The page counts as much as its best section; shown is the best in the wanted language. */
  private Found best(List<Found> sections, SearchWords words) {
    Comparator<Found> byScore = Comparator.comparingDouble(Found::score);
    Found best = sections.stream().max(byScore).orElseThrow();
    Optional<Found> wanted =
        sections.stream().filter(found -> found.place.isIn(words.lang())).max(byScore);
    Place place = wanted.orElse(best).place;
    boolean whole = words.meanings().stream().anyMatch(m -> m.isJust(place.page.slug()));
    return new Found(whole ? opening(place.page) : place, best.score, whole);
  }

  private static Place opening(SearchablePage page) {
    return new Place(page, page.parts().get(0));
  }

  private static Document document(
      SearchablePage page, SearchablePage.Part part, Vocabulary vocabulary) {
    SearchLanguage language = SearchLanguage.of(page.lang());
    Document document = new Document();
    page.names().forEach(name -> add(document, language, SearchField.NAMES, name));
    add(document, language, SearchField.HEADING, part.heading());
    add(document, language, SearchField.TEXT, part.text());
    tag(document, SearchField.ABOUT, Kind.CONDITION, page.slug());
    page.covers().forEach(id -> tag(document, SearchField.ABOUT, Kind.CONDITION, id));
    vocabulary
        .withAncestors(Kind.CONDITION, page.slug())
        .forEach(id -> tag(document, SearchField.ABOVE, Kind.CONDITION, id));
    page.listed()
        .forEach(
            (kind, ids) -> {
              if (part.id().equals(SearchField.word(kind) + "s")) {
                ids.stream()
                    .flatMap(id -> vocabulary.withAncestors(kind, id).stream())
                    .distinct()
                    .forEach(id -> tag(document, SearchField.LISTED, kind, id));
              }
            });
    return document;
  }

  private static void add(
      Document document, SearchLanguage language, SearchField field, String text) {
    document.add(new Field(field.in(language), SearchLanguage.straight(text), field.type()));
  }

  /** Every word of the pages once. */
  private static Document spelled(Collection<SearchablePage> pages) {
    Map<SearchLanguage, Set<String>> words = new EnumMap<>(SearchLanguage.class);
    for (SearchablePage page : pages) {
      Set<String> ofLanguage =
          words.computeIfAbsent(SearchLanguage.of(page.lang()), unused -> new HashSet<>());
      page.names().forEach(name -> ofLanguage.addAll(SearchLanguage.OTHER.stems(name)));
      for (SearchablePage.Part part : page.parts()) {
        ofLanguage.addAll(SearchLanguage.OTHER.stems(part.heading()));
        ofLanguage.addAll(SearchLanguage.OTHER.stems(part.text()));
      }
    }
    Document document = new Document();
    words.forEach(
        (language, ofLanguage) ->
            ofLanguage.forEach(
                word ->
                    document.add(
                        new StringField(SearchField.SPELLED.in(language), word, Field.Store.NO))));
    return document;
  }

  private static void tag(Document document, String field, Kind kind, String id) {
    document.add(new StringField(field, SearchField.word(kind) + ":" + id, Field.Store.NO));
  }
}
