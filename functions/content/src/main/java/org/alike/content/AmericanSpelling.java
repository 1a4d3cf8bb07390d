package org.alike.content;

import java.io.IOException;
import org.alike.vocabulary.Vocabulary;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Brings British and American spellings together, as the vocabulary does. For one thread. */
final class AmericanSpelling extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  AmericanSpelling(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String folded = Vocabulary.folded(term.toString());
    if (!folded.isEmpty() && folded.indexOf(' ') < 0) {
      term.setEmpty().append(folded);
    }
    return true;
  }
}
