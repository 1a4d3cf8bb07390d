package org.alike.content;

import java.io.IOException;
import java.util.List;
import org.alike.vocabulary.Vocabulary;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Brings British and American spellings together, as the vocabulary does. For one thread. */
final class AmericanSpelling extends TokenFilter {
  /** Without one of these in it, a word is spelled the same in both. */
  private static final List<String> MARKS =
      List.of("ae", "oe", "our", "is", "ys", "ph", "ll", "re", "grey", "mould");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AmericanSpelling(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    if (mayBeBritish(word)) {
      String folded = Vocabulary.folded(word);
      if (!folded.isEmpty() && folded.indexOf(' ') < 0) {
        term.setEmpty().append(folded);
      }
    }
    return true;
  }

  /** Most words are spelled the same everywhere, and a whole page is read while somebody waits. */
  private static boolean mayBeBritish(String word) {
    for (String mark : MARKS) {
      if (word.contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
