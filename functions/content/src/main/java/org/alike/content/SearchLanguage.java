package org.alike.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How a language's words are made comparable, the same way in pages and in what is typed. Whatever
 * is typed is text: no character in it is an operator. Thread-safe.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes the stop words, and analyzers keep none.
enum SearchLanguage {
  ENGLISH("en", EnglishAnalyzer.getDefaultStopSet()) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new PorterStemFilter(new AmericanSpelling(words));
    }
  },
  SPANISH("es", SpanishAnalyzer.getDefaultStopSet()) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return new SpanishLightStemFilter(words);
    }
  },
  /** Any other: words as they are. */
  OTHER("", CharArraySet.EMPTY_SET) {
    @Override
    TokenStream stemmed(TokenStream words) {
      return words;
    }
  };

  private final String tag;
  private final CharArraySet stopWords;
  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer tokenizer = new StandardTokenizer();
          return new TokenStreamComponents(tokenizer, chain(tokenizer));
        }
      };

  SearchLanguage(String tag, CharArraySet stopWords) {
    this.tag = tag;
    this.stopWords = stopWords;
  }

  /**
   * A word of a text.
   *
   * @param stem what it is compared by
   * @param from where it begins in the text
   * @param to where it ends
   */
  record Token(String stem, int from, int to) {}

  /** The language of this primary tag. */
  static SearchLanguage of(String tag) {
    for (SearchLanguage language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    return OTHER;
  }

  Analyzer analyzer() {
    return analyzer;
  }

  Locale locale() {
    return tag.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(tag);
  }

  /** The words of a text, without those that carry no meaning. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", straight(text))) {
      CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(new Token(stem.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return tokens;
  }

  /** The same as {@link #tokens}, without their places. */
  List<String> stems(String text) {
    return tokens(text).stream().map(Token::stem).toList();
  }

  /** With straight apostrophes, which is what possessives are known by. */
  static String straight(String text) {
    return text.replace('’', '\'');
  }

  /** What its stemmer makes of words in lower case. */
  abstract TokenStream stemmed(TokenStream words);

  private TokenStream chain(Tokenizer tokenizer) {
    TokenStream words = new EnglishPossessiveFilter(new LowerCaseFilter(tokenizer));
    return new ASCIIFoldingFilter(stemmed(new StopFilter(words, stopWords)));
  }
}
