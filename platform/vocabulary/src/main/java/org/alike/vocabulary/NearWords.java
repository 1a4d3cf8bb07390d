package org.alike.vocabulary;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the words of a table that a typed word may be a misspelling of, without comparing it with
 * all of them: with those of the same first letter, about the same length and nearly the same
 * letters, and with those that a slip in the first letter leads to. Immutable; thread-safe.
 */
final class NearWords {
  /** A slip changes at most two of the letters that occur in a word. */
  private static final int CHANGED_BY_A_SLIP = 2;

  private final WordTable table;

  NearWords(WordTable table) {
    this.table = table;
  }

  /** The places of the words that are near, itself included, and how many slips away each is. */
  Map<Integer, Integer> near(String typed) {
    Map<Integer, Integer> near = new HashMap<>();
    int itself = table.find(typed);
    if (itself >= 0) {
      near.put(itself, 0);
    }
    if (typed.length() >= Misspellings.ONE_FROM && !Words.hasDigit(typed)) {
      addSameFirstLetter(typed, near);
      if (typed.length() >= Misspellings.TWO_FROM) {
        addOtherFirstLetter(typed, near);
      }
    }
    return near;
  }

  private void addSameFirstLetter(String typed, Map<Integer, Integer> near) {
    int slips = typed.length() >= Misspellings.TWO_FROM - 1 ? Misspellings.BELIEVED : 1;
    int letters = Misspellings.letterSet(typed);
    int shortest = typed.length() - slips;
    int longest = typed.length() + slips;
    WordTable.Stretch same = table.startingWith(typed.substring(0, typed.offsetByCodePoints(0, 1)));
    for (int word = same.from(); word < same.to(); word++) {
      int length = table.length(word);
      if (length >= shortest
          && length <= longest
          && Integer.bitCount(letters ^ table.letters(word)) <= slips * CHANGED_BY_A_SLIP) {
        add(typed, word, near);
      }
    }
  }

  private void addOtherFirstLetter(String typed, Map<Integer, Integer> near) {
    for (String slip : Slips.around(typed, 1)) {
      int word = table.find(slip);
      if (word >= 0) {
        add(typed, word, near);
      }
    }
  }

  private void add(String typed, int word, Map<Integer, Integer> near) {
    String text = table.word(word);
    if (typed.equals(text) || Words.hasDigit(text)) {
      return;
    }
    int slips = Misspellings.slips(typed, text);
    if (slips <= Misspellings.GUESS) {
      near.merge(word, slips, Math::min);
    }
  }
}
