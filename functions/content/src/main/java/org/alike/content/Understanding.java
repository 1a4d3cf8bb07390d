package org.alike.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.vocabulary.Candidate;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.alike.vocabulary.Why;

/**
 * Finds the conditions, symptoms and treatments that a patient's words mean: all words together,
 * else the longest stretches of them that mean something. Thread-safe.
 */
final class Understanding {
  /** Beyond these nobody names one more thing; it bounds the work. */
  private static final int MOST_WORDS = 10;

  private static final int LONGEST_NAME = 4;
  private static final int SHORTEST_WORD = 3;

  private static final int MOST_MEANINGS = 12;

  /** A word that may mean more than these says nothing. */
  private static final int MOST_SENSES = 8;

  /** A shorter word among others is rather a word that we don't know. */
  private static final int SHORTEST_WITH_SLIP = 6;

  private final Vocabulary vocabulary;

  Understanding(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What the words mean, in their order; none twice, and at most {@value #MOST_MEANINGS}. */
  List<Meaning> of(String typed) {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    add(meanings, typed, true);
    if (meanings.isEmpty()) {
      List<String> words =
          Arrays.stream(typed.strip().split("\\s+", -1)).limit(MOST_WORDS).toList();
      int from = 0;
      while (from < words.size()) {
        from += Math.max(1, longestFrom(words, from, meanings));
      }
    }
    return meanings.values().stream().limit(MOST_MEANINGS).toList();
  }

  /** How many words from here on have a meaning together; 0 when they have none. */
  private int longestFrom(List<String> words, int from, Map<String, Meaning> meanings) {
    int most = Math.min(LONGEST_NAME, words.size() - from);
    for (int length = most; length > 0; length--) {
      if (length == words.size()) {
        continue;
      }
      String part = String.join(" ", words.subList(from, from + length));
      boolean tells = length > 1 || (part.length() >= SHORTEST_WORD && !LightWords.has(part));
      if (tells && !LightWords.has(words.get(from)) && add(meanings, part, false)) {
        return length;
      }
    }
    return 0;
  }

  private boolean add(Map<String, Meaning> meanings, String words, boolean whole) {
    List<Candidate> senses = senses(words, whole);
    senses.stream()
        .map(sense -> new Meaning(sense.concept(), sense.matched(), whole))
        .forEach(meaning -> meanings.putIfAbsent(meaning.key(), meaning));
    return !senses.isEmpty();
  }

  /** A slip is only believed where the words as they are mean nothing of any kind. */
  private List<Candidate> senses(String words, boolean whole) {
    List<Candidate> senses = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Candidate> ofKind = vocabulary.resolve(kind, words).candidates();
      if (ofKind.size() <= MOST_SENSES) {
        senses.addAll(ofKind);
      }
    }
    boolean slip = whole || words.length() >= SHORTEST_WITH_SLIP;
    boolean sure = senses.stream().anyMatch(sense -> sense.why().compareTo(Why.TYPO) < 0);
    senses.removeIf(sense -> sense.why().compareTo(sure || !slip ? Why.EXTRA_WORDS : Why.TYPO) > 0);
    return senses;
  }
}
