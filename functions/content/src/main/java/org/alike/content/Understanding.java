package org.alike.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Finds the conditions, symptoms and treatments that a patient's words mean: all words together,
 * else the longest stretches of them that mean something. Thread-safe.
 */
final class Understanding {
  /** Beyond these nobody names one more thing; it bounds the work. */
  private static final int MOST_WORDS = 10;

  private static final int LONGEST_NAME = 4;
  private static final int SHORTEST_WORD = 3;

  /** A word that may mean more than these says nothing. */
  private static final int MOST_SENSES = 4;

  private final Vocabulary vocabulary;

  Understanding(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What the words mean, in their order; none twice. */
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
    return List.copyOf(meanings.values());
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
    List<Meaning> found = Stream.of(Kind.values()).flatMap(k -> senses(k, words, whole)).toList();
    found.forEach(meaning -> meanings.putIfAbsent(meaning.key(), meaning));
    return !found.isEmpty();
  }

  private Stream<Meaning> senses(Kind kind, String words, boolean whole) {
    Resolution resolution = vocabulary.resolve(kind, words);
    if (resolution instanceof Resolution.Found found) {
      return Stream.of(new Meaning(found.concept(), found.matched(), whole));
    }
    if (resolution instanceof Resolution.Ambiguous ambiguous) {
      List<Concept> concepts = ambiguous.candidates();
      return concepts.size() > MOST_SENSES
          ? Stream.empty()
          : concepts.stream().map(concept -> new Meaning(concept, concept.name(), whole));
    }
    return Stream.empty();
  }
}
