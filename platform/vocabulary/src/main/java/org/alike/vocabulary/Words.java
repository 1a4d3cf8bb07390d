package org.alike.vocabulary;

import java.util.HashMap;
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
          Map.entry("prob", "problem"),
          Map.entry("probs", "problems"),
          Map.entry("disk", "disc"),
          Map.entry("disks", "discs"),
          Map.entry("grey", "gray"),
          Map.entry("mould", "mold"),
          Map.entry("ageing", "aging"));

  /** Words that patients use for each other. Coarser than {@link #SAME}: exact words win. */
  private static final Map<String, String> ALIKE =
      alike(
          "trouble: difficulty difficult",
          "problem: issue",
          "stomach: tummy belly",
          "pain: ache aching achy hurt hurting painful",
          "medicine: med medication drug pill tablet",
          "injection: shot jab",
          "surgery: operation op",
          "foot: feet",
          "tooth: teeth");

  /** Coarser still: words that say the same within a phrase, though not by themselves. */
  private static final Map<String, String> ROOTS =
      alike(
          "trouble: cant unable struggle struggling hard",
          "swell: swollen",
          "loss: lose losing lost",
          "pee: wee urinate urinating urination urine",
          "stool: poo poop feces",
          "stomach: abdomen abdominal",
          "vomit: puke puking",
          "vision: sight eyesight",
          "speak: talk talking speech",
          "concentrat: focus focusing focussing");

  private static final String[] ENDINGS = {"iness", "ness", "ily", "ing", "ed", "y", "e"};

  private static final int SHORTEST_ROOT = 3;

  /** "Infection" and "infected" are one, "vision" and "vis" are not. */
  private static final int SHORTEST_ROOT_OF_ION = 5;

  /** Words without weight inside a name: "pain in my knee" is "knee pain". */
  private static final Set<String> FILLERS =
      words("a an and at for from in my of on or the to with when while");

  /** Words that join a phrase to a sentence: "my feet are tingling" are "tingling feet". */
  private static final Set<String> JOINTS =
      words("i it is are was am be been me feel feels feeling get gets getting go goes going so");

  /** Words that people put before the name of what they have. */
  private static final Set<String> LEADING =
      words(
          "i ive im have has had having got get am been being was with diagnosed dx recently newly "
              + "think that suspected possible suffer suffering suffered survivor of "
              + "from taking take took on using use a an the my some feel feeling always severe "
              + "mild moderate chronic bad really very terrible awful constant constantly extreme "
              + "extremely slight occasional frequent");

  /** Words that people put behind it. */
  private static final Set<String> TRAILING =
      words(
          "disease disorder syndrome condition illness patient sufferer survivor warrior attack "
              + "medication medicine med tablet pill capsule injection "
              + "infusion shot jab patch cream lately recently again sometimes often constantly "
              + "daily badly now today");

  private static final Set<String> TIMES = words("year yr month week day");

  /** How long, how often or since when, at the end of what people say. */
  private static final Set<String> TIMING = words("time lot ago last past since");

  private static final Set<String> BEFORE_TIME =
      words("all the a every most of for in over about few couple last this lot");

  private static final Set<String> FEELING =
      words("feel feeling always constantly am being get got getting");

  /** What "feeling" and "always" change the meaning of: feeling cold is no cold. */
  private static final Set<String> CHANGED_BY_FEELING =
      words("cold hot low down blue high flat off sick ill fit");

  private static final Set<String> UNITS = words("mg mcg ml unit");

  private Words() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /** Each list names a word, and those that are taken for it. */
  private static Map<String, String> alike(String... lists) {
    Map<String, String> alike = new HashMap<>();
    for (String list : lists) {
      int colon = list.indexOf(':');
      for (String word : list.substring(colon + 2).split(" ", -1)) {
        alike.put(word, list.substring(0, colon));
      }
    }
    return alike;
  }

  static boolean filler(String word) {
    return FILLERS.contains(word);
  }

  /** Whether it joins a phrase to a sentence. */
  static boolean sentence(String word) {
    return JOINTS.contains(word);
  }

  static boolean joint(String word) {
    return sentence(word) || filler(word);
  }

  static boolean leading(String word) {
    return LEADING.contains(word);
  }

  /** A unit of time, with or without a number before it. */
  static boolean time(String word) {
    return TIMES.contains(singular(word));
  }

  static boolean timing(String word) {
    return TIMING.contains(word) || time(word);
  }

  static boolean beforeTime(String word) {
    return BEFORE_TIME.contains(word);
  }

  static boolean feeling(String word) {
    return FEELING.contains(word);
  }

  /** Whether it means something else without "feeling" or "always". */
  static boolean changedByFeeling(String word) {
    return CHANGED_BY_FEELING.contains(word);
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
    if (!mayBeBritish(word)) {
      return word;
    }
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

  /** Dismisses most words with one look at their letters. */
  private static boolean mayBeBritish(String word) {
    for (int i = 1; i < word.length(); i++) {
      char before = word.charAt(i - 1);
      boolean may =
          switch (word.charAt(i)) {
            case 'e' -> before == 'a' || before == 'o' || before == 'r';
            case 'u' -> before == 'o' || before == 's';
            case 's' -> before == 'i' || before == 'y';
            case 'l' -> before == 'l';
            default -> false;
          };
      if (may) {
        return true;
      }
    }
    return false;
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
    if (!word.endsWith("s")) {
      return word;
    }
    if (length >= 5 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length >= 5
        && endsWithAny(word, "shes", "ches", "xes", "sses")
        && !word.endsWith("aches")) {
      return word.substring(0, length - 2);
    }
    if (length >= 4 && !endsWithAny(word, "ss", "us", "is")) {
      return word.substring(0, length - 1);
    }
    return word;
  }

  /**
   * What "tingly", "tingling" and "tingles" have in common. Not always a word, and coarse: only for
   * phrases that nothing finer finds.
   */
  static String root(String word) {
    String stem = stem(word);
    String root = ROOTS.getOrDefault(word, ROOTS.getOrDefault(stem, ""));
    return root.isEmpty() ? ending(ending(stem)) : root;
  }

  /** Without its ending, a doubled letter before it made one. */
  private static String ending(String word) {
    String root = word;
    if (word.endsWith("ion") && word.length() - 3 >= SHORTEST_ROOT_OF_ION) {
      root = word.substring(0, word.length() - 3);
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && vowel(word, word.length() - ending.length())) {
        root = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    int last = root.length() - 1;
    return last >= SHORTEST_ROOT && root.charAt(last) == root.charAt(last - 1)
        ? root.substring(0, last)
        : root;
  }

  /** Whether the first letters make a root: enough of them, with a vowel. */
  private static boolean vowel(String word, int letters) {
    for (int i = 0; i < letters && letters >= SHORTEST_ROOT; i++) {
      if (sound(word.charAt(i)) == 'a') {
        return true;
      }
    }
    return false;
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

  /** The sound without its vowels. */
  static String consonants(String word) {
    return sound(word).replace("a", "");
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
