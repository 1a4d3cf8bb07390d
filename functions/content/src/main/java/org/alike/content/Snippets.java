package org.alike.content;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.alike.kernel.Json;

/**
 * Chooses the sentence of a section that shows best why it was found, and marks the words in it.
 * What comes out is text in parts, never HTML. Immutable; thread-safe.
 */
final class Snippets {
  private static final int SHORT = 80;
  private static final int LONGEST = 240;
  private static final String CUT = "…";

  private static final Pattern POINT = Pattern.compile("^(?:[-*+•]|\\d{1,2}[.)])\\s+");
  private static final Pattern ENDED = Pattern.compile("[.!?:;,][)\"”’]?$");

  /** Beyond this, a section's text is not looked through. */
  private static final int MOST_TEXT = 20_000;

  private final Map<SearchLanguage, Wanted> wanted = new EnumMap<>(SearchLanguage.class);

  /**
   * Snippets for these words.
   *
   * @param corrections the stems of what misspelled words were meant to be
   */
  Snippets(SearchWords words, Map<SearchLanguage, List<String>> corrections) {
    corrections.forEach(
        (language, stems) -> wanted.put(language, Wanted.of(words, stems, language)));
  }

  /**
   * A part of a snippet.
   *
   * @param mark whether it is a word that was looked for
   */
  record Part(String text, boolean mark) {
    Map<String, Object> toJson() {
      return Json.of("text", text, "mark", mark ? true : null);
    }
  }

  /** The snippet of a section. */
  List<Part> of(SearchIndex.Place place) {
    SearchLanguage language = SearchLanguage.of(place.page().lang());
    return of(place, language, Objects.requireNonNull(wanted.get(language)));
  }

  private static List<Part> of(SearchIndex.Place place, SearchLanguage language, Wanted wanted) {
    List<String> sentences = sentences(place.part().text(), language);
    int best = 0;
    int most = 0;
    for (int i = 0; i < sentences.size(); i++) {
      int score = wanted.score(sentences.get(i));
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return parts(joined(sentences, best), wanted);
  }

  /** A short sentence takes what follows along. */
  private static String joined(List<String> sentences, int from) {
    StringBuilder text = new StringBuilder(sentences.isEmpty() ? "" : sentences.get(from));
    for (int i = from + 1; i < sentences.size() && text.length() < SHORT; i++) {
      if (text.length() + sentences.get(i).length() > LONGEST) {
        break;
      }
      text.append(between(text, sentences.get(i))).append(sentences.get(i));
    }
    return text.toString();
  }

  /** Points of a list have no full stop. */
  private static String between(CharSequence text, String next) {
    if (ENDED.matcher(text).find()) {
      return " ";
    }
    return Character.isUpperCase(next.codePointAt(0)) ? ". " : "; ";
  }

  private static List<Part> parts(String whole, Wanted wanted) {
    String text = cut(whole, wanted);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    List<SearchLanguage.Token> marks = wanted.in(text);
    for (int i = 0; i < marks.size(); i++) {
      int from = marks.get(i).from();
      while (i + 1 < marks.size() && areNeighbours(text, marks.get(i), marks.get(i + 1))) {
        i++;
      }
      parts.add(new Part(text.substring(at, from), false));
      at = marks.get(i).to();
      parts.add(new Part(text.substring(from, at), true));
    }
    parts.add(new Part(text.substring(at), false));
    parts.removeIf(part -> part.text().isEmpty());
    return parts;
  }

  private static boolean areNeighbours(
      String text, SearchLanguage.Token one, SearchLanguage.Token next) {
    return text.substring(one.to(), next.from()).isBlank();
  }

  /** At most so long, around the first word that was looked for, between words. */
  private static String cut(String text, Wanted wanted) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int first = wanted.in(text).stream().mapToInt(SearchLanguage.Token::from).findFirst().orElse(0);
    int from = first < SHORT ? 0 : text.indexOf(' ', first - SHORT) + 1;
    int to = Math.min(text.length(), from + LONGEST);
    int end = to == text.length() ? to : Math.max(from + 1, text.lastIndexOf(' ', to));
    return (from > 0 ? CUT : "") + text.substring(from, end) + (end < text.length() ? CUT : "");
  }

  private static List<String> sentences(String text, SearchLanguage language) {
    List<String> sentences = new ArrayList<>();
    BreakIterator ends = BreakIterator.getSentenceInstance(language.locale());
    String looked = text.substring(0, Math.min(text.length(), MOST_TEXT));
    for (String written : looked.lines().map(String::strip).toList()) {
      String line = POINT.matcher(written).replaceFirst("");
      ends.setText(line);
      int from = 0;
      for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
        sentences.add(line.substring(from, to).strip());
        from = to;
      }
    }
    sentences.removeIf(String::isEmpty);
    return sentences;
  }

  /** The words to mark: those that were typed, and other names where all of a name stands. */
  private record Wanted(SearchLanguage language, Set<String> stems, List<List<String>> names) {
    static Wanted of(SearchWords words, List<String> corrected, SearchLanguage language) {
      Set<String> stems = new HashSet<>(corrected);
      words.words(language).forEach(word -> stems.add(word.stem()));
      List<List<String>> names = new ArrayList<>();
      for (Meaning meaning : words.meanings()) {
        meaning.names().forEach(name -> names.add(language.stems(name)));
      }
      names.removeIf(List::isEmpty);
      return new Wanted(language, stems, names);
    }

    /** How many different words that were looked for the sentence has. */
    int score(String sentence) {
      Set<String> found = new HashSet<>();
      List<SearchLanguage.Token> tokens = in(sentence);
      tokens.forEach(token -> found.add(token.stem()));
      return found.size();
    }

    List<SearchLanguage.Token> in(String text) {
      List<SearchLanguage.Token> tokens = language.tokens(text);
      Set<String> there = new HashSet<>();
      tokens.forEach(token -> there.add(token.stem()));
      Set<String> marked = new HashSet<>(stems);
      names.stream().filter(there::containsAll).forEach(marked::addAll);
      return tokens.stream().filter(token -> marked.contains(token.stem())).toList();
    }
  }
}
