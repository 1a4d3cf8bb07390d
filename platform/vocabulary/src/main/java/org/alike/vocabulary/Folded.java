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
    while (from < words.size() - 1 && Words.leading(words.get(from))) {
      from++;
      relaxed.add(part(from, words.size()));
    }
    int to = words.size();
    while (to - 1 > from && Words.trailing(words.get(to - 1))) {
      to--;
      relaxed.add(part(from, to));
    }
    return relaxed;
  }
}
