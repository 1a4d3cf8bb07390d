package org.alike.content;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.alike.vocabulary.Kind;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The fields of the index. Those with words exist once for each language. */
@SuppressWarnings("ImmutableEnumChecker") // The field types are frozen.
enum SearchField {
  /** All names of the page; how many there are says nothing about it. */
  NAMES(3, true),
  HEADING(1.5f, true),
  TEXT(1, false),
  /** Every word as it is spelled, to find what a misspelled one was meant to be. */
  SPELLED(0, true);

  /** The condition that the page is about. */
  static final String ABOUT = "ABOUT";

  /** What is more general than that. */
  static final String ABOVE = "ABOVE";

  /** The symptoms and treatments that the page lists. */
  static final String LISTED = "LISTED";

  private final float weight;
  private final FieldType type;

  SearchField(float weight, boolean ofAnyLength) {
    this.weight = weight;
    type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(ofAnyLength);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
  }

  /** What a match in it counts. */
  float weight() {
    return weight;
  }

  FieldType type() {
    return type;
  }

  String in(SearchLanguage language) {
    return name() + "." + language.name();
  }

  /** A kind of the vocabulary as ids of concepts are tagged with. */
  static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The analyzer of all fields. */
  static Analyzer analyzer() {
    Map<String, Analyzer> analyzers = new HashMap<>();
    for (SearchLanguage language : SearchLanguage.values()) {
      for (SearchField field : values()) {
        analyzers.put(field.in(language), language.analyzer());
      }
    }
    return new PerFieldAnalyzerWrapper(SearchLanguage.OTHER.analyzer(), analyzers);
  }
}
