package org.alike.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The words by which somebody says that they may not want to live any more ({@code
 * forms/crisis/words/en.txt}, whose head tells how they are written). Errs on the side of finding
 * them. Immutable; thread-safe.
 */
final class CrisisWords {
  private static final String APOSTROPHES = "'\u2018\u2019\u02BC`\u00B4\uFF07";
  private static final String JOINS = "-\u2010\u2011_*\"\u201C\u201D\u00AB\u00BB";
  private static final int MOST_FILLERS = 6;
  private static final int LONGEST = 8;
  private static final int LONGEST_WORD = 60;
  private final Map<String, List<CrisisPhrase>> phrases = new HashMap<>();
  private final List<CrisisPhrase> roots = new ArrayList<>();
  private final List<CrisisPhrase> exceptions = new ArrayList<>();
  private final Set<String> never = new HashSet<>();
  private final Set<String> fillers = new HashSet<>();

  private CrisisWords() {}

  /** The lists of these languages: nobody says in which of them a form is filled in. */
  static CrisisWords in(List<String> languages) {
    CrisisWords words = new CrisisWords();
    languages.forEach(language -> words.read("/forms/crisis/words/" + language + ".txt"));
    return words;
  }

  private void read(String resource) {
    try (InputStream in =
            Objects.requireNonNull(CrisisWords.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String line) {
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "unless" -> exceptions.add(CrisisPhrase.of(parts[1]));
      case "never" -> never.addAll(List.of(parts[1].split(" ", -1)));
      case "filler" -> fillers.addAll(List.of(parts[1].split(" ", -1)));
      default -> addPhrase(CrisisPhrase.of(line));
    }
  }

  private void addPhrase(CrisisPhrase phrase) {
    if (phrase.firstWords().isEmpty()) {
      roots.add(phrase);
    }
    phrase
        .firstWords()
        .forEach(word -> phrases.computeIfAbsent(word, w -> new ArrayList<>()).add(phrase));
  }

  /** Whether one of them is said here, and not denied. */
  boolean areIn(List<String> words) {
    for (int from = 0; from < words.size(); from++) {
      if (begins(phrases.getOrDefault(words.get(from), List.of()), words, from)
          || begins(roots, words, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(List<CrisisPhrase> some, List<String> words, int from) {
    for (CrisisPhrase phrase : some) {
      int end = phrase.end(words, from);
      if (end >= 0 && !isDenied(words, from) && !isException(words, end)) {
        return true;
      }
    }
    return false;
  }

  /** "I do not want to", "never thought of". */
  private boolean isDenied(List<String> words, int from) {
    int before = from - 1;
    for (int i = 0; i < MOST_FILLERS && before >= 0; i++) {
      if (never.contains(words.get(before))) {
        return true;
      }
      if (!fillers.contains(words.get(before))) {
        return false;
      }
      before--;
    }
    return false;
  }

  private boolean isException(List<String> words, int end) {
    for (int from = Math.max(0, end - LONGEST); from < end; from++) {
      for (CrisisPhrase exception : exceptions) {
        if (exception.end(words, from) >= end) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The words of a text in one spelling: lower case, without accents, apostrophes and what can't be
   * seen. An empty word is where a clause ends.
   */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    decomposed(text)
        .codePoints()
        .filter(CrisisWords::isSpoken)
        .map(Character::toLowerCase)
        .forEach(c -> read(c, word, words));
    read(' ', word, words);
    words.add("");
    return words;
  }

  /** With accents as marks of their own; an acute accent alone would become a space. */
  private static String decomposed(String text) {
    String plain = text.replace('\u00B4', '\'');
    return Normalizer.isNormalized(plain, Normalizer.Form.NFKD)
        ? plain
        : Normalizer.normalize(plain, Normalizer.Form.NFKD);
  }

  private static boolean isSpoken(int c) {
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.NON_SPACING_MARK
        && APOSTROPHES.indexOf(c) < 0;
  }

  private static void read(int c, StringBuilder word, List<String> words) {
    if (Character.isLetterOrDigit(c)) {
      addLetter(c, word);
      return;
    }
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
    if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && JOINS.indexOf(c) < 0) {
      words.add("");
    }
  }

  /** What is longer than any word of the lists need not be kept whole. */
  private static void addLetter(int c, StringBuilder word) {
    if (word.length() > LONGEST_WORD) {
      return;
    }
    switch (c) {
      case '\u00DF' -> word.append("ss");
      case '\u0131' -> word.append('i');
      default -> word.appendCodePoint(c);
    }
  }
}
