package org.alike.forms;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that all have to be in a submission, in any of its values, whatever their case and accents.
 * Pure.
 *
 * @param words folded; none are in everything
 */
record SearchWords(List<String> words) {
  static final SearchWords NONE = new SearchWords(List.of());

  SearchWords {
    words = List.copyOf(words);
  }

  static SearchWords of(String text) {
    return new SearchWords(
        Arrays.stream(folded(text).split("\\s+", -1)).filter(word -> !word.isEmpty()).toList());
  }

  boolean areIn(Submission submission) {
    if (words.isEmpty()) {
      return true;
    }
    Stream<String> values = submission.values().stream().map(Submission.Value::value);
    Stream<String> head =
        Stream.of(submission.subject(), submission.replyTo()).flatMap(t -> t.stream());
    String text =
        Stream.concat(head, values).map(SearchWords::folded).collect(Collectors.joining("\n"));
    return words.stream().allMatch(text::contains);
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder letters = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
