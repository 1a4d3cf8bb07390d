package org.alike.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;

/** What a word that no page has was meant to be. Thread-safe. */
final class Spelling {
  /** Among shorter words nearly all are near each other. */
  private static final int SHORTEST = 5;

  /** From so many letters on, two slips are believed. */
  private static final int LONG = 8;

  private static final int LONGEST = 40;
  private static final int MOST = 4;
  private final IndexReader reader;

  Spelling(IndexReader reader) {
    this.reader = reader;
  }

  private record Near(String word, float nearness) {}

  /** The words of the pages that are nearest to this one; none when none is near. */
  List<String> nearest(SearchLanguage language, String word) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, SearchField.SPELLED.in(language));
    if (terms == null || word.length() < SHORTEST || word.length() > LONGEST) {
      return List.of();
    }
    int slips = word.length() < LONG ? 1 : 2;
    FuzzyTermsEnum near =
        new FuzzyTermsEnum(terms, new Term(SearchField.SPELLED.in(language), word), slips, 1, true);
    BoostAttribute nearness = near.attributes().getAttribute(BoostAttribute.class);
    List<Near> found = new ArrayList<>();
    while (near.next() != null) {
      found.add(new Near(near.term().utf8ToString(), nearness.getBoost()));
    }
    double best = found.stream().mapToDouble(Near::nearness).max().orElse(0);
    return found.stream()
        .filter(each -> each.nearness >= best)
        .limit(MOST)
        .map(Near::word)
        .toList();
  }
}
