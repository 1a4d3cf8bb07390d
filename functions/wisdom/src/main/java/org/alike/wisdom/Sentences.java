package org.alike.wisdom;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a text into the sentences that may be quoted. Pure; thread-safe. */
final class Sentences {
  /** Stands where something was said that is not quoted. */
  static final String GAP = "…";

  private static final int SHORTEST = 12;
  private static final int LONGEST = 400;
  private static final Pattern POINT = Pattern.compile("^(?:[-*+•]|\\d{1,2}[.)])\\s+");
  private static final Pattern ABBREVIATED =
      Pattern.compile("\\b(?:Dr|Prof|Mr|Mrs|Ms|St|No|e\\.g|i\\.e|approx|vs)\\.$");

  /** Words that a sentence begins with when it goes on with what was said before it. */
  private static final Pattern LEANING =
      Pattern.compile(
          "^(?:Some|Others?|They|Their|Them|It|Its|He|She|This|These|Those|That|Later|Then|Also"
              + "|But|And|So|Such|However|Instead|Both|Neither|Another)\\b");

  private static final Pattern ENDED = Pattern.compile("[.!?:][)\"”’]?$");

  /** An amount of a medicine: only curated pages may state one. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)(?:\\d|\\b(?:half|one|two|three|four|five|six|eight|ten|twelve|fifty|hundred)\\b)"
              + "[\\d.,/-]{0,12}\\s{0,2}(?:an? |of )?(?:mg|mcg|µg|μg|micrograms?|milligrams?"
              + "|grams?|g|ml|millilit(?:er|re)s?|iu|units?|tablets?|pills?|capsules?|drops?|puffs?"
              + "|doses?|patch(?:es)?|injections?|times (?:a|per) day)\\b");

  private static final Pattern CONTACT =
      Pattern.compile("(?i)https?:|www\\.|[\\w.]@[\\w-]|(?:\\d[\\s()/-]{0,2}){7}");

  private Sentences() {}

  /**
   * The lines of an editor's text, each cut into sentences, without headings within it. A list
   * stands in one line with the words that open it.
   */
  static List<List<String>> ofPage(String text) {
    return cut(text, false);
  }

  /** Those of a member's text: no sentence that states an amount, or a way to reach somebody. */
  static List<List<String>> ofPost(String text) {
    return cut(text, true);
  }

  /** Whether a sentence says something by itself: neither a gap nor the opening of a list. */
  static boolean standsAlone(String sentence) {
    return !sentence.equals(GAP) && !opensList(sentence);
  }

  /** Whether what follows in the same line are points that say nothing without this. */
  static boolean opensList(String sentence) {
    return sentence.endsWith(":");
  }

  /** Whether a sentence may say something else without the one before it. */
  static boolean leans(String sentence) {
    return LEANING.matcher(sentence).find();
  }

  /** Whether a member's words state how much of something to take. */
  static boolean statesAmount(String text) {
    return AMOUNT.matcher(text).find();
  }

  private static List<List<String>> cut(String text, boolean post) {
    List<List<String>> lines = new ArrayList<>();
    boolean listOpen = false;
    for (String written : text.lines().map(String::strip).toList()) {
      String line = POINT.matcher(written).replaceFirst("");
      boolean point = !line.equals(written);
      boolean ended = ENDED.matcher(line).find();
      if (line.isEmpty()) {
        continue;
      }
      if (point && listOpen) {
        join(lines.get(lines.size() - 1), quotable(line, post));
      } else if (point && !ended) {
        // Half a sentence, whose other half we don't know.
        lines.add(new ArrayList<>(List.of(GAP)));
      } else {
        listOpen = opensList(line);
        if (post || ended) {
          lines.add(quotable(line, post));
        }
      }
    }
    return lines;
  }

  /** Adds a point to its list; without the words that open the list it can't be quoted. */
  private static void join(List<String> list, List<String> point) {
    boolean opened = list.stream().anyMatch(Sentences::opensList);
    point.forEach(sentence -> list.add(opened ? sentence : GAP));
  }

  private static List<String> quotable(String line, boolean post) {
    List<String> quotable = new ArrayList<>();
    sentences(line).forEach(each -> quotable.add(mayBeQuoted(each, post) ? each : GAP));
    return quotable;
  }

  private static boolean mayBeQuoted(String sentence, boolean post) {
    return sentence.length() >= SHORTEST
        && sentence.length() <= LONGEST
        && !(post && (statesAmount(sentence) || CONTACT.matcher(sentence).find()));
  }

  /** What an abbreviation's full stop seemed to end goes on. */
  private static List<String> sentences(String line) {
    List<String> sentences = new ArrayList<>();
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    ends.setText(line);
    int from = 0;
    for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
      String sentence = line.substring(from, to).strip();
      if (ABBREVIATED.matcher(sentence).find() && to < line.length()) {
        continue;
      }
      from = to;
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }
}
