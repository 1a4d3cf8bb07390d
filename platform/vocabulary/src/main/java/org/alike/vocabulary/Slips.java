package org.alike.vocabulary;

import java.util.LinkedHashSet;
import java.util.Set;

/** Everything that somebody may have meant to type who made one slip. */
final class Slips {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz ";

  private Slips() {}

  /**
   * The texts that are one slip away, about 55 for each letter: a letter too many, too few, wrong,
   * or swapped with its neighbour. Digits stay, since another digit means another thing.
   */
  static Set<String> around(String typed) {
    return around(typed, typed.length());
  }

  /**
   * The same, for a slip before a place.
   *
   * @param end the first letter at which no slip is made
   */
  static Set<String> around(String typed, int end) {
    Set<String> slips = new LinkedHashSet<>();
    StringBuilder text = new StringBuilder(typed);
    for (int i = 0; i < Math.min(end, typed.length()); i++) {
      insertAt(i, text, slips);
      if (!Character.isDigit(typed.charAt(i))) {
        editAt(i, text, slips);
      }
    }
    slips.remove(typed);
    return slips;
  }

  private static void insertAt(int i, StringBuilder text, Set<String> slips) {
    text.insert(i, ' ');
    replaceAt(i, text, slips);
    text.deleteCharAt(i);
  }

  private static void editAt(int i, StringBuilder text, Set<String> slips) {
    char letter = text.charAt(i);
    replaceAt(i, text, slips);
    text.deleteCharAt(i);
    slips.add(text.toString());
    text.insert(i, letter);
    if (i + 1 < text.length() && !Character.isDigit(text.charAt(i + 1))) {
      text.deleteCharAt(i).insert(i + 1, letter);
      slips.add(text.toString());
      text.deleteCharAt(i + 1).insert(i, letter);
    }
  }

  private static void replaceAt(int i, StringBuilder text, Set<String> slips) {
    char letter = text.charAt(i);
    for (int j = 0; j < ALPHABET.length(); j++) {
      text.setCharAt(i, ALPHABET.charAt(j));
      slips.add(text.toString());
    }
    text.setCharAt(i, letter);
  }
}
