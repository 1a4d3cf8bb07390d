package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for.
 *
 * @param typed as it was typed
 * @param meanings what the vocabulary understands of it
 * @param lang the language that results should be in, if they can
 */
record SearchWords(String typed, List<Meaning> meanings, String lang) {
  /** Beyond these words nothing is looked at. */
  private static final int MOST_WORDS = 24;

  /** Keeps its own copy. */
  SearchWords {
    meanings = List.copyOf(meanings);
  }

  /**
   * A word.
   *
   * @param stem what it is compared by
   * @param spelled as it was typed, in lower case
   */
  record Word(String stem, String spelled) {}

  /** The words in this language: those that tell something, or all if none does. */
  List<Word> words(SearchLanguage language) {
    List<Word> all = new ArrayList<>();
    List<Word> telling = new ArrayList<>();
    for (SearchLanguage.Token token : language.tokens(typed)) {
      String spelled = typed.substring(token.from(), token.to());
      Word word = new Word(token.stem(), spelled.toLowerCase(Locale.ROOT));
      all.add(word);
      if (!LightWords.has(spelled)) {
        telling.add(word);
      }
    }
    return (telling.isEmpty() ? all : telling).stream().distinct().limit(MOST_WORDS).toList();
  }
}
