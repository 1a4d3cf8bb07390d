package org.alike.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns words into queries, term by term: nothing that is typed is ever parsed as a query. A word
 * counts where it is found best: in the names of a page, a heading or the text. Thread-safe.
 */
final class SearchQueries {
  private static final List<SearchField> SEARCHED =
      List.of(SearchField.NAMES, SearchField.HEADING, SearchField.TEXT);

  /** The places where a word was found beside its best one count so much. */
  private static final float BESIDE = 0.2f;

  /** Another name of the same thing counts a little less than the word that was typed. */
  private static final float OTHER_NAME = 0.9f;

  /** A word counts less in a language that most of the words are not of. */
  private static final float OTHER_LANGUAGE = 0.3f;

  private static final float ABOUT = 6;
  private static final float ABOVE = 2;
  private static final float LISTED = 1.5f;
  private final IndexReader reader;
  private final Spelling spelling;

  SearchQueries(IndexReader reader) {
    this.reader = reader;
    this.spelling = new Spelling(reader);
  }

  /** The words as they are, and what they mean. */
  Query exact(SearchWords search) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Map<SearchLanguage, List<String>> known = new EnumMap<>(SearchLanguage.class);
    double best = 0;
    for (SearchLanguage language : SearchLanguage.values()) {
      known.put(language, known(language, search));
      best = Math.max(best, share(known, language, search));
    }
    for (SearchLanguage language : SearchLanguage.values()) {
      float weight = share(known, language, search) < best ? OTHER_LANGUAGE : 1;
      for (String stem : known.getOrDefault(language, List.of())) {
        query.add(new BoostQuery(anywhere(language, List.of(stem)), weight), Occur.SHOULD);
      }
    }
    for (Meaning meaning : search.meanings()) {
      query.add(named(meaning), Occur.SHOULD);
      query.add(tagged(SearchField.ABOUT, meaning, ABOUT), Occur.SHOULD);
      query.add(tagged(SearchField.ABOVE, meaning, ABOVE), Occur.SHOULD);
      query.add(tagged(SearchField.LISTED, meaning, LISTED), Occur.SHOULD);
    }
    return query.build();
  }

  /** What the words that no page has were meant to be. */
  Query meant(SearchWords search) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (SearchLanguage language : SearchLanguage.values()) {
      for (String stem : corrections(search, language)) {
        query.add(anywhere(language, List.of(stem)), Occur.SHOULD);
      }
    }
    return query.build();
  }

  /** The stems of what the unknown words of this language were meant to be. */
  List<String> corrections(SearchWords search, SearchLanguage language) throws IOException {
    List<String> stems = new ArrayList<>();
    for (SearchWords.Word word : search.words(language)) {
      if (!isKnown(word.spelled())) {
        for (String near : spelling.nearest(language, word.spelled())) {
          stems.addAll(language.stems(near));
        }
      }
    }
    return stems.stream().distinct().toList();
  }

  private List<String> known(SearchLanguage language, SearchWords search) throws IOException {
    List<String> stems = new ArrayList<>();
    for (SearchWords.Word word : search.words(language)) {
      if (isKnown(language, word.stem())) {
        stems.add(word.stem());
      }
    }
    return stems;
  }

  /** How many of the words are words of this language here. */
  private static double share(
      Map<SearchLanguage, List<String>> known, SearchLanguage language, SearchWords search) {
    int all = Math.max(1, search.words(language).size());
    return (double) known.getOrDefault(language, List.of()).size() / all;
  }

  /** Whether it is a word of any language here. */
  private boolean isKnown(String spelled) throws IOException {
    for (SearchLanguage language : SearchLanguage.values()) {
      for (String stem : language.stems(spelled)) {
        if (isKnown(language, stem)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isKnown(SearchLanguage language, String stem) throws IOException {
    for (SearchField field : SEARCHED) {
      if (reader.docFreq(new Term(field.in(language), stem)) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Any of its names; the vocabulary's are English. */
  private static Query named(Meaning meaning) {
    List<Query> names = new ArrayList<>();
    for (String name : meaning.names()) {
      List<String> stems = SearchLanguage.ENGLISH.stems(name);
      if (!stems.isEmpty()) {
        names.add(anywhere(SearchLanguage.ENGLISH, stems));
      }
    }
    return new BoostQuery(new DisjunctionMaxQuery(names, 0), OTHER_NAME);
  }

  private static Query tagged(String field, Meaning meaning, float weight) {
    return new BoostQuery(
        new ConstantScoreQuery(new TermQuery(new Term(field, meaning.key()))), weight);
  }

  private static Query anywhere(SearchLanguage language, List<String> stems) {
    List<Query> places = new ArrayList<>();
    for (SearchField field : SEARCHED) {
      places.add(new BoostQuery(together(field.in(language), stems), field.weight()));
    }
    return new DisjunctionMaxQuery(places, BESIDE);
  }

  private static Query together(String field, List<String> stems) {
    return stems.size() == 1
        ? new TermQuery(new Term(field, stems.get(0)))
        : new PhraseQuery(1, field, stems.toArray(new String[0]));
  }
}
