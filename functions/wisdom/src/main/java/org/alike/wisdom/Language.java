package org.alike.wisdom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** English words brought to their stems, the same way in questions and in what is searched. */
final class Language {
  /** Thread-safe, as all analyzers are. */
  static final Analyzer ENGLISH = new EnglishAnalyzer();

  private Language() {}

  /** The same stems without regard to their order. */
  static List<String> sorted(List<String> stems) {
    return stems.stream().sorted().toList();
  }

  /** The stems of a text, without stop words. */
  static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    try (TokenStream tokens = ENGLISH.tokenStream("text", text.replace('’', '\''))) {
      CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        stems.add(stem.toString());
      }
      tokens.end();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return List.copyOf(stems);
  }
}
