package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Recognises small misspellings by comparing with every name. Believing a wrong guess is worse than
 * finding nothing, so numbers and short words have to agree, opposites ("hypo" and "hyper") never
 * meet, a word that is one ("arteritis", "thirty") is no misspelling of another, a slip in a short
 * word has to keep its consonants, and two slips in one word its sound.
 */
final class Misspellings {
  /** One slip from so many letters, two from so many. */
  static final int ONE_FROM = 4;

  static final int TWO_FROM = 8;

  /** In shorter words a wrong consonant makes too many other words: "party", "pale". */
  private static final int ANY_FROM = 6;

  /** The most that is believed: two slips. */
  static final int BELIEVED = 2;

  /** Two slips that change a word's sound: worth asking back. */
  static final int GUESS = 3;

  private static final int TOO_FAR = 4;

  /** A slip changes at most two of the letters that occur in a text. */
  private static final int MOST_CHANGED_LETTERS = 4;

  private static final String[][] OPPOSITES = {
    {"hypo", "hyper"}, {"micro", "macro"}, {"intra", "inter"}, {"exo", "eno"}
  };

  private final List<Target> targets;
  private final Predicate<String> known;

  /**
   * @param known whether a word is one, and so no misspelling
   */
  Misspellings(List<Target> targets, Predicate<String> known) {
    this.targets = List.copyOf(targets);
    this.known = known;
  }

  /** Text to compare, at the depths at which names are compared. */
  record Text(
      List<String> plain, List<String> words, List<String> stems, String joined, int letters) {
    static Text of(Folded folded) {
      String joined = folded.joined();
      return new Text(folded.plain(), folded.words(), folded.stems(), joined, letterSet(joined));
    }
  }

  record Target(Name name, Text text) {}

  /**
   * The closest names, all equally close.
   *
   * @param guess whether they are too far away to be believed
   */
  record Nearest(List<Name> names, boolean guess) {}

  Nearest nearest(Folded folded) {
    Text typed = Text.of(folded);
    List<Name> nearest = new ArrayList<>();
    int best = GUESS;
    for (Target target : targets) {
      int distance = comparable(typed, target.text) ? distance(typed, target.text) : TOO_FAR;
      if (distance < best) {
        best = distance;
        nearest.clear();
      }
      if (distance == best) {
        nearest.add(target.name);
      }
    }
    return new Nearest(nearest, best > BELIEVED);
  }

  /** A bit for each letter that occurs in the text, one for all else. */
  static int letterSet(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters |= 1 << (c >= 'a' && c <= 'z' ? c - 'a' : 26);
    }
    return letters;
  }

  /** Dismisses nearly every name at the price of two integer comparisons. */
  private static boolean comparable(Text a, Text b) {
    return Integer.bitCount(a.letters ^ b.letters) <= MOST_CHANGED_LETTERS
        && Math.min(a.joined.length(), b.joined.length()) >= ONE_FROM;
  }

  /** From what was typed to a name: slips, {@link #GUESS}, or more when it is another name. */
  int distance(Text a, Text b) {
    int most = Math.min(a.joined.length(), b.joined.length()) >= TWO_FROM ? GUESS : 1;
    int distance = phraseDistance(a.stems, b.stems);
    if (a.words.size() == b.words.size()) {
      distance = Math.min(distance, phraseDistance(a.words, b.words));
      // A slip can make a British spelling of an American one: "diseaes".
      distance = Math.min(distance, phraseDistance(a.plain, b.plain));
    } else if (most > 1 && wordDistance(a.joined, b.joined) == 1) {
      // A space too many or too few, and a slip; but who adds a letter means it: "influenza A".
      distance = addsLetter(a, b) || addsLetter(b, a) ? GUESS : 1;
    }
    return distance <= most ? distance : TOO_FAR;
  }

  private static boolean addsLetter(Text longer, Text shorter) {
    return longer.words.get(longer.words.size() - 1).length() == 1
        && longer.joined.startsWith(shorter.joined);
  }

  private int phraseDistance(List<String> a, List<String> b) {
    if (a.size() != b.size()) {
      return TOO_FAR;
    }
    int distance = 0;
    for (int i = 0; i < a.size() && distance < TOO_FAR; i++) {
      distance += wordDistance(a.get(i), b.get(i));
    }
    return distance;
  }

  private int wordDistance(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    if (Words.hasDigit(a) || Words.hasDigit(b) || opposite(a, b)) {
      return TOO_FAR;
    }
    int slips = slips(a, b);
    return slips < GUESS && known.test(a) ? GUESS : slips;
  }

  static int slips(String a, String b) {
    if (Edits.swap(a, b)) {
      return 1;
    }
    int shorter = Math.min(a.length(), b.length());
    boolean sameStart = a.charAt(0) == b.charAt(0);
    return switch (shorter < ONE_FROM ? TOO_FAR : Edits.distance(a, b, 2)) {
      case 1 -> oneSlip(a, b, shorter, sameStart);
      case 2 -> sameStart && shorter >= TWO_FROM ? twoSlips(a, b) : TOO_FAR;
      default -> TOO_FAR;
    };
  }

  private static int oneSlip(String a, String b, int shorter, boolean sameStart) {
    if (shorter >= ANY_FROM) {
      return sameStart || shorter >= TWO_FROM ? 1 : TOO_FAR;
    }
    return sameStart && Words.consonants(a).equals(Words.consonants(b)) ? 1 : TOO_FAR;
  }

  private static int twoSlips(String a, String b) {
    return Words.sound(a).equals(Words.sound(b)) ? BELIEVED : GUESS;
  }

  private static boolean opposite(String a, String b) {
    for (String[] pair : OPPOSITES) {
      if ((a.startsWith(pair[0]) && b.startsWith(pair[1]))
          || (a.startsWith(pair[1]) && b.startsWith(pair[0]))) {
        return true;
      }
    }
    return false;
  }
}
