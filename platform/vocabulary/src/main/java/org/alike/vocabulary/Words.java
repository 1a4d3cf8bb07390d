package org.alike.vocabulary;

import java.util.Map;
import java.util.Set;

/** Folds the ways to spell one word onto each other. What it makes is compared, never shown. */
final class Words {

  /** Words that say the same, whatever the letters. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("ii", "2"),
          Map.entry("iii", "3"),
          Map.entry("iv", "4"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("cannot", "cant"),
          Map.entry("vit", "vitamin"),
          Map.entry("grey", "gray"),
          Map.entry("mould", "mold"),
          Map.entry("ageing", "aging"));

  /** Words that patients use for each other. Coarser than {@link #SAME}: exact words win. */
  private static final Map<String, String> ALIKE =
      Map.ofEntries(
          Map.entry("difficulty", "trouble"),
          Map.entry("difficult", "trouble"),
          Map.entry("tummy", "stomach"),
          Map.entry("belly", "stomach"),
          Map.entry("ache", "pain"),
          Map.entry("aching", "pain"),
          Map.entry("achy", "pain"),
          Map.entry("hurt", "pain"),
          Map.entry("hurting", "pain"),
          Map.entry("painful", "pain"));

  /** Words without weight inside a name: "pain in my knee" is "knee pain". */
  private static final Set<String> FILLERS =
      words("a an and at for from in my of on or the to with when while");

  /** Words that people put before the name of what they have. */
  private static final Set<String> LEADING =
      words(
          "i ive im have has had got get am been being with diagnosed suffer suffering "
              + "from taking take on using a an the my some feel feeling always severe mild "
              + "moderate bad really very terrible awful constant extreme");

  /** Words that people put behind it. */
  private static final Set<String> TRAILING =
      words(
          "disease disorder syndrome condition illness patient sufferer attack "
              + "medication medicine med tablet pill capsule injection infusion shot patch "
              + "cream");

  private static final Set<String> UNITS = words("mg mcg ml unit");

  private Words() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  static boolean filler(String word) {
    return FILLERS.contains(word);
  }

  static boolean leading(String word) {
    return LEADING.contains(word);
  }

  static boolean trailing(String word) {
    return TRAILING.contains(stem(word)) || dose(word);
  }

  /** "400mg". */
  private static boolean dose(String word) {
    return Character.isDigit(word.charAt(0)) && endsWithAny(word, "mg", "mcg", "ml");
  }

  static boolean unit(String word) {
    return UNITS.contains(stem(word));
  }

  /** British to American spelling, Roman to Arabic numerals. */
  static String spelled(String word) {
    String same = SAME.get(word);
    if (same != null) {
      return same;
    }
    return word.length() < 5 ? word : american(word);
  }

  /** Only has to do the same to both spellings, so it may turn other words into non-words. */
  private static String american(String word) {
    StringBuilder american = new StringBuilder(word);
    replace(american, "ae", "e", 0);
    replace(american, "oe", "e", 0);
    replace(american, "our", "or", 2);
    replace(american, "ise", "ize", 3);
    replace(american, "isa", "iza", 3);
    replace(american, "isi", "izi", 3);
    replace(american, "yse", "yze", 3);
    replace(american, "sulph", "sulf", 0);
    replace(american, "lling", "ling", 2);
    replace(american, "lled", "led", 2);
    ending(american, "bre", "ber");
    ending(american, "tre", "ter");
    return american.toString();
  }

  private static void replace(StringBuilder word, String british, String american, int from) {
    int at = word.indexOf(british, from);
    while (at >= 0) {
      word.replace(at, at + british.length(), american);
      at = word.indexOf(british, at + american.length());
    }
  }

  private static void ending(StringBuilder word, String british, String american) {
    int at = word.length() - british.length();
    if (at > 0 && word.indexOf(british, at) == at) {
      word.replace(at, word.length(), american);
    }
  }

  /** Without its plural, and with words of the same meaning made one. */
  static String stem(String word) {
    String singular = singular(word);
    return ALIKE.getOrDefault(singular, singular);
  }

  private static String singular(String word) {
    int length = word.length();
    if (length >= 5 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length >= 5 && endsWithAny(word, "shes", "ches", "xes", "sses")) {
      return word.substring(0, length - 2);
    }
    if (length >= 4 && word.endsWith("s") && !endsWithAny(word, "ss", "us", "is")) {
      return word.substring(0, length - 1);
    }
    return word;
  }

  static boolean hasDigit(CharSequence word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithAny(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /**
   * How the word sounds, roughly: vowels alike, doubled letters once. Two misspellings within one
   * word are only trusted when the sound stays.
   */
  static String sound(String word) {
    StringBuilder sound = new StringBuilder(word.length());
    String simple = word.replace("ph", "f").replace("ck", "k");
    for (int i = 0; i < simple.length(); i++) {
      char c = sound(simple.charAt(i));
      if (sound.isEmpty() || sound.charAt(sound.length() - 1) != c) {
        sound.append(c);
      }
    }
    return sound.toString();
  }

  private static char sound(char c) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
      case 'c', 'q' -> 'k';
      case 'z' -> 's';
      default -> c;
    };
  }
}
