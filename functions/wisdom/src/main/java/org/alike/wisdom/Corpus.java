package org.alike.wisdom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Everything that can be quoted, in a keyword index in memory (BM25), a document for each sentence.
 * Immutable; thread-safe.
 */
final class Corpus {
  private static final String TEXT = "text";
  private static final String TITLE = "title";
  private static final String CONDITION = "condition";
  private static final String ASPECT = "aspect";
  private static final int MOST_HITS = 400;
  private static final int MOST_STEMS = 300;

  /** What leans on more than this is no short answer. */
  private static final int MOST_BEFORE = 2;

  private final List<Quote> quotes;
  private final Map<Passage, List<Quote>> byPassage;
  private final IndexSearcher searcher;

  private Corpus(List<Quote> quotes, Map<Passage, List<Quote>> byPassage, IndexSearcher searcher) {
    this.quotes = quotes;
    this.byPassage = byPassage;
    this.searcher = searcher;
  }

  /** The index of these passages. */
  static Corpus of(List<Passage> passages, Lexicon lexicon) {
    List<Quote> quotes = new ArrayList<>();
    Map<Passage, List<Quote>> byPassage = new LinkedHashMap<>();
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(
            memory, new IndexWriterConfig(Language.ENGLISH).setUseCompoundFile(false))) {
      for (Passage passage : passages) {
        List<Quote> own = quotes(passage);
        byPassage.put(passage, own);
        Set<String> conditions = lexicon.withAncestors(passage.condition());
        for (Quote quote : own) {
          writer.addDocument(document(quote, conditions));
        }
        quotes.addAll(own);
      }
      writer.commit();
      return new Corpus(quotes, byPassage, new IndexSearcher(DirectoryReader.open(memory)));
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** The sentences that fit a question, with how well they fit; best first. */
  Map<Quote, Float> search(Question question) {
    try {
      Map<Quote, Float> found = new LinkedHashMap<>();
      for (ScoreDoc hit : searcher.search(query(question), MOST_HITS).scoreDocs) {
        found.put(quotes.get(hit.doc), hit.score);
      }
      return found;
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  /** The sentences of a passage that can be quoted. */
  List<Quote> quotesOf(Passage passage) {
    return byPassage.getOrDefault(passage, List.of());
  }

  /** The passages in the order of their pages. */
  List<Passage> passages() {
    return List.copyOf(byPassage.keySet());
  }

  /** Whether anybody here ever used this word. */
  boolean knows(String stem) {
    try {
      return searcher.getIndexReader().docFreq(new Term(TEXT, stem)) > 0;
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
  }

  private static List<Quote> quotes(Passage passage) {
    List<Quote> quotes = new ArrayList<>();
    int start = 0;
    for (int line = 0; line < passage.lines().size(); line++) {
      quotes.addAll(quotes(passage, line, start));
      start += passage.lines().get(line).size();
    }
    return Collections.unmodifiableList(quotes);
  }

  /** Those of one line, without any that leans on what can't be quoted. */
  private static List<Quote> quotes(Passage passage, int line, int start) {
    List<Quote> quotes = new ArrayList<>();
    List<Quote> opening = List.of();
    List<Quote> previous = List.of();
    int at = start;
    for (String sentence : passage.lines().get(line)) {
      boolean leans = Sentences.leans(sentence);
      List<Quote> before = leans ? previous : opening;
      boolean lost = sentence.equals(Sentences.GAP) || (leans && previous.isEmpty());
      Quote quote = new Quote(passage, line, at++, sentence, Language.stems(sentence), before);
      previous = lost ? List.of() : quote.withBefore();
      if (Sentences.opensList(sentence)) {
        opening = previous;
      }
      if (!lost && Sentences.standsAlone(sentence) && before.size() <= MOST_BEFORE) {
        quotes.add(quote);
      }
    }
    return quotes;
  }

  private static Document document(Quote quote, Set<String> conditions) {
    Document document = new Document();
    document.add(new TextField(TEXT, quote.text(), Field.Store.NO));
    document.add(new TextField(TITLE, quote.passage().title(), Field.Store.NO));
    document.add(new StringField(ASPECT, quote.passage().aspect(), Field.Store.NO));
    conditions.forEach(id -> document.add(new StringField(CONDITION, id, Field.Store.NO)));
    return document;
  }

  private static BooleanQuery query(Question question) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Set<String> stems = new HashSet<>();
    for (Topic topic : question.topics()) {
      topic.ways().forEach(stems::addAll);
      topic.conditions().forEach(id -> query.add(about(CONDITION, id), Occur.SHOULD));
      if (!topic.aspect().isEmpty()) {
        query.add(about(ASPECT, topic.aspect()), Occur.SHOULD);
      }
    }
    stems.stream()
        .limit(MOST_STEMS)
        .forEach(
            stem -> {
              query.add(new TermQuery(new Term(TEXT, stem)), Occur.SHOULD);
              query.add(new BoostQuery(new TermQuery(new Term(TITLE, stem)), 0.3f), Occur.SHOULD);
            });
    question
        .condition()
        .ifPresent(id -> query.add(new TermQuery(new Term(CONDITION, id)), Occur.FILTER));
    return query.setMinimumNumberShouldMatch(1).build();
  }

  private static ConstantScoreQuery about(String field, String value) {
    return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
  }
}
