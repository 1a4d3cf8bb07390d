package org.alike.vocabulary;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into plain words: lower case, no accents, no punctuation. One pass without regular
 * expressions, so that hostile text costs no more than its length.
 */
final class Letters {
  /** So many letters beside a digit are a word of their own: "type2" is split, "b12" is not. */
  private static final int WORD_BESIDE_DIGIT = 3;

  private static final String APOSTROPHES = "'’‘‛ʼʹ`´′＇";

  /** A mark that becomes a letter in upper case, and so has to be one in lower case. */
  private static final char COMBINING_IOTA = '\u0345';

  private static final char ASCII = 0x7f;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int lettersSinceDot;

  private Letters() {}

  /** The words of the text, in order; empty for text without letters and digits. */
  static List<String> words(String text) {
    Letters letters = new Letters();
    String kept = withoutApostrophes(text);
    String plain = isAscii(kept) ? kept : Normalizer.normalize(kept, Normalizer.Form.NFKD);
    int i = 0;
    while (i < plain.length()) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      letters.read(c, i < plain.length() ? plain.codePointAt(i) : ' ');
    }
    letters.endWord();
    return letters.words;
  }

  /** Done before decomposing, which makes a space and an accent of an acute accent. */
  private static String withoutApostrophes(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (APOSTROPHES.indexOf(text.charAt(i)) < 0) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ASCII) {
        return false;
      }
    }
    return true;
  }

  private void read(int c, int next) {
    if (c >= 'a' && c <= 'z') {
      word.append((char) c);
      lettersSinceDot++;
    } else if (c == COMBINING_IOTA) {
      word.append('ι');
    } else if (Character.isLetterOrDigit(c)) {
      word.append(plain(c));
      lettersSinceDot++;
    } else if (c == '.' && lettersSinceDot == 1 && Character.isLetter(next)) {
      lettersSinceDot = 0; // a short form with dots, "M.S.", is one word
    } else if (!accent(c)) {
      endWord();
    }
  }

  private static boolean accent(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** Through upper case, because some letters have two lower-case forms and one upper-case form. */
  private static String plain(int c) {
    int lower = Character.toLowerCase(Character.toUpperCase(c));
    return switch (lower) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ø' -> "o";
      case 'ł' -> "l";
      default -> Character.toString(lower);
    };
  }

  private void endWord() {
    int start = 0;
    for (int i = 1; i < word.length(); i++) {
      if (wordEndsBefore(i, start)) {
        words.add(word.substring(start, i));
        start = i;
      }
    }
    if (start < word.length()) {
      words.add(word.substring(start));
    }
    word.setLength(0);
    lettersSinceDot = 0;
  }

  private boolean wordEndsBefore(int i, int start) {
    boolean digit = Character.isDigit(word.charAt(i));
    if (digit == Character.isDigit(word.charAt(i - 1))) {
      return false;
    }
    return digit ? letters(start, i) : letters(i, word.length());
  }

  /** Whether a word's worth of letters, and nothing else, stands at this end of the range. */
  private boolean letters(int from, int to) {
    int end = from + WORD_BESIDE_DIGIT;
    return end <= to && !Words.hasDigit(word.subSequence(from, end));
  }
}
