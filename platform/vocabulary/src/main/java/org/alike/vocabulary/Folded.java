package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text made comparable, at three depths: its words as spelled, its words' stems in alphabetical
 * order without fillers, and its letters without spaces.
 *
 * @param plain lower case, without accents and punctuation
 * @param words the same words in American spelling
 */
record Folded(List<String> plain, List<String> words) {
  /** So many digits are a year, and none of the numbers in a name. */
  private static final int YEAR = 4;

  /** So many ways to leave words out are tried. */
  private static final int MOST = 20;

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
      words.add(spelled(plain, i));
    }
    return new Folded(plain, words);
  }

  private static String spelled(List<String> plain, int i) {
    String word = plain.get(i);
    boolean first = i == 0;
    boolean last = i == plain.size() - 1;
    return switch (word) {
      case "i" -> first ? word : "1"; // type I is a number; as the first word it is a person
      case "n" -> first || last ? word : "and"; // pins n needles
      case "w" -> first || last ? word : "with";
      default -> Words.spelled(word);
    };
  }

  private Folded part(int from, int to) {
    return new Folded(plain.subList(from, to), words.subList(from, to));
  }

  /** The words themselves; two texts that agree here are the same name. */
  String exact() {
    return String.join(" ", words);
  }

  /** The words themselves without the fillers before them: of "with HLHS" the short form. */
  String withoutLeadingFillers() {
    int from = 0;
    while (from < words.size() && filler(from)) {
      from++;
    }
    return String.join(" ", words.subList(from, words.size()));
  }

  /** What is left when word order, plurals and fillers don't matter. */
  List<String> stems() {
    List<String> stems = withoutFillers(Words::stem);
    stems.sort(null);
    return stems;
  }

  private List<String> withoutFillers(UnaryOperator<String> change) {
    List<String> kept = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      if (!filler(i)) {
        kept.add(change.apply(words.get(i)));
      }
    }
    return kept;
  }

  /**
   * Whether a word has no weight. In "vitamin A" the letter has: it stands where no article may.
   */
  private boolean filler(int i) {
    boolean letter =
        i > 0
            && words.get(i).equals("a")
            && !Words.joint(words.get(i - 1))
            && !Words.leading(words.get(i - 1));
    return Words.filler(words.get(i)) && !letter;
  }

  String loose() {
    return String.join(" ", stems());
  }

  /**
   * What is left when endings and the words that make a sentence of it don't matter either; empty
   * when those are all but one word, because feeling cold is no cold.
   */
  String rooted() {
    List<String> roots = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      if (!filler(i) && !Words.sentence(words.get(i))) {
        roots.add(Words.root(words.get(i)));
      }
    }
    roots.sort(null);
    return roots.size() < Math.min(2, words.size()) ? "" : String.join(" ", roots);
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

  /** This, then with ever more of its leading and trailing words left out, down to one word. */
  List<Folded> relaxed() {
    List<Folded> relaxed = new ArrayList<>();
    int begin = -1;
    for (int from = 0; from > begin && from < words.size(); from = leading(begin)) {
      begin = from;
      int end = words.size() + 1;
      for (int to = words.size(); to < end; to = trailing(begin, end)) {
        end = to;
        relaxed.add(part(begin, end));
      }
    }
    relaxed.sort(Comparator.comparingInt(part -> -part.words.size()));
    return relaxed.isEmpty() ? List.of(this) : relaxed.subList(0, Math.min(MOST, relaxed.size()));
  }

  /** Where the words begin without the first one, or without "stage 4". */
  private int leading(int from) {
    if (stage(from, words.size())) {
      return from + 2;
    }
    return from < words.size() && Words.leading(words.get(from)) && !changed(from, from + 1)
        ? from + 1
        : from;
  }

  /** Whether what is left at the end would mean something else without "feeling" before it. */
  private boolean changed(int removed, int left) {
    return left == words.size() - 1
        && Words.feeling(words.get(removed))
        && Words.changedByFeeling(words.get(left));
  }

  /** Where the words end without the last one, or without "stage 4" or "400 mg"; one stays. */
  private int trailing(int from, int to) {
    if (to - from > 2 && (stage(to - 2, to) || dose(to - 2))) {
      return to - 2;
    }
    if (to - from > 2 && years(to - 2)) {
      // Together with "for", which would else be passed over like a plural: "MdDS for 5 years".
      return to - from > 3 && Words.beforeTime(words.get(to - 3)) ? to - 3 : to - 2;
    }
    boolean removable = to - from > 1 && (Words.trailing(words.get(to - 1)) || time(to));
    boolean changed = to - from == 2 && Words.changedByFeeling(words.get(from));
    return removable && !changed ? to - 1 : to;
  }

  /** "Since 2010", "5 years ago", "all the time", from behind. */
  private boolean time(int to) {
    String last = words.get(to - 1);
    return Words.timing(last)
        || (number(last) && last.length() == YEAR)
        || (to < words.size() && (number(last) || Words.beforeTime(last)));
  }

  private boolean stage(int at, int to) {
    return at + 1 < to && words.get(at).equals("stage") && number(words.get(at + 1));
  }

  private boolean years(int at) {
    return number(words.get(at)) && Words.time(words.get(at + 1));
  }

  private boolean dose(int at) {
    return number(words.get(at)) && Words.unit(words.get(at + 1));
  }

  private static boolean number(String word) {
    return Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(word.length() - 1));
  }
}
