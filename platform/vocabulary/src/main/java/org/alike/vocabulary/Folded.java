package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * Text made comparable, at three depths: its words as spelled, its words' stems in alphabetical
 * order without fillers, and its letters without spaces.
 *
 * @param plain lower case, without accents and punctuation
 * @param words the same words in American spelling
 */
record Folded(List<String> plain, List<String> words) {

  Folded {
    plain = List.copyOf(plain);
    words = List.copyOf(words);
  }

  static Folded of(String text) {
    List<String> plain = Letters.words(text);
    List<String> words = new ArrayList<>(plain.size());
    // A possessive may be torn off: "crohn s".
    for (int i = plain.size() - 1; i > 0; i--) {
      if (plain.get(i).equals("s")) {
        plain.remove(i);
      }
    }
    for (int i = 0; i < plain.size(); i++) {
      String word = plain.get(i);
      // Type I is a number; as the first word it is a person.
      words.add(i > 0 && word.equals("i") ? "1" : Words.spelled(word));
    }
    return new Folded(plain, words);
  }

  private Folded part(int from, int to) {
    return new Folded(plain.subList(from, to), words.subList(from, to));
  }

  /** The words themselves; two texts that agree here are the same name. */
  String exact() {
    return String.join(" ", words);
  }

  /** What is left when word order, plurals and fillers don't matter. */
  List<String> stems() {
    List<String> stems = new ArrayList<>(words.size());
    for (String word : words) {
      if (!Words.filler(word)) {
        stems.add(Words.stem(word));
      }
    }
    stems.sort(null);
    return stems;
  }

  String loose() {
    return String.join(" ", stems());
  }

  /** Without spaces: "longcovid", "fibro myalgia", "M E". */
  String joined() {
    return String.join("", words);
  }

  int letters() {
    int letters = 0;
    for (String word : words) {
      letters += word.length();
    }
    return letters;
  }

  /** This, then without its leading and trailing words one after the other, down to one word. */
  List<Folded> relaxed() {
    List<Folded> relaxed = new ArrayList<>();
    relaxed.add(this);
    int from = 0;
    for (int next = leading(0); next > from && next < words.size(); next = leading(from)) {
      from = next;
      relaxed.add(part(from, words.size()));
    }
    int to = words.size();
    for (int next = trailing(from, to); next < to; next = trailing(from, to)) {
      to = next;
      relaxed.add(part(from, to));
    }
    return relaxed;
  }

  /** Where the words begin without the first one, or without "stage 4". */
  private int leading(int from) {
    if (stage(from, words.size())) {
      return from + 2;
    }
    return from < words.size() && Words.leading(words.get(from)) ? from + 1 : from;
  }

  /** Where the words end without the last one, or without "stage 4" or "400 mg"; one stays. */
  private int trailing(int from, int to) {
    if (to - from > 2 && (stage(to - 2, to) || dose(to - 2))) {
      return to - 2;
    }
    return to - from > 1 && Words.trailing(words.get(to - 1)) ? to - 1 : to;
  }

  private boolean stage(int at, int to) {
    return at + 1 < to && words.get(at).equals("stage") && number(words.get(at + 1));
  }

  private boolean dose(int at) {
    return number(words.get(at)) && Words.unit(words.get(at + 1));
  }

  private static boolean number(String word) {
    return Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(word.length() - 1));
  }
}
