package org.alike.wisdom;

import java.util.List;
import java.util.Set;

/**
 * Something that a question is about.
 *
 * @param ways how it may be said, each a sorted list of the stems that stand together
 * @param conditions the conditions it names; a passage about one of them need not repeat the name
 * @param aspect the aspect it names, or empty; a section on it need not repeat the word
 * @param named whether it is a name of the vocabulary
 */
record Topic(Set<List<String>> ways, Set<String> conditions, String aspect, boolean named) {
  static Topic word(String stem) {
    return new Topic(Set.of(List.of(stem)), Set.of(), "", false);
  }

  /** Whether an ordinary word: neither a name of the vocabulary nor an aspect. */
  boolean plain() {
    return !named && aspect.isEmpty();
  }

  /** Whether a sentence of these stems says it; "type 2 diabetes" says "diabetes type 2". */
  boolean saidIn(List<String> stems) {
    return ways.stream().anyMatch(way -> saidIn(stems, way));
  }

  private static boolean saidIn(List<String> stems, List<String> way) {
    for (int from = 0; from + way.size() <= stems.size(); from++) {
      if (way.contains(stems.get(from))
          && way.equals(Language.sorted(stems.subList(from, from + way.size())))) {
        return true;
      }
    }
    return false;
  }
}
