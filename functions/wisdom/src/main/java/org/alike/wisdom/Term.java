package org.alike.wisdom;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Something that a question is about.
 *
 * @param ways how it may be said, each a sequence of stems
 * @param conditions the conditions it names; a passage about one of them need not repeat the name
 * @param aspect the aspect it names, or empty; a section on it need not repeat the word
 */
record Term(Set<List<String>> ways, Set<String> conditions, String aspect) {
  static Term word(String stem) {
    return new Term(Set.of(List.of(stem)), Set.of(), "");
  }

  /** Whether an ordinary word: neither a name of the vocabulary nor an aspect. */
  boolean plain() {
    return ways.size() == 1 && conditions.isEmpty() && aspect.isEmpty();
  }

  /** Whether a sentence of these stems says it. */
  boolean saidIn(List<String> stems) {
    return ways.stream().anyMatch(way -> Collections.indexOfSubList(stems, way) >= 0);
  }
}
