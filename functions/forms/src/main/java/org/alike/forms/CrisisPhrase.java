package org.alike.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some words one after the other, with alternatives, as the word lists under {@code forms/crisis}
 * write them. Matches in a time that depends on the phrase alone. Immutable.
 */
final class CrisisPhrase {
  private static final String CLAUSE_END = "$";

  /** One place of a phrase. */
  private record Place(Set<String> words, List<String> beginnings, boolean optional, boolean end) {
    boolean takes(String word) {
      return !word.isEmpty()
          && (words.contains(word) || beginnings.stream().anyMatch(word::startsWith));
    }
  }

  private final List<Place> places;

  private CrisisPhrase(List<Place> places) {
    this.places = List.copyOf(places);
  }

  static CrisisPhrase of(String line) {
    List<Place> places = new ArrayList<>();
    for (String text : line.split(" ", -1)) {
      boolean optional = text.endsWith("?");
      String bare = optional ? text.substring(0, text.length() - 1) : text;
      List<String> words = new ArrayList<>();
      List<String> beginnings = new ArrayList<>();
      for (String word : bare.split("\\|", -1)) {
        if (word.endsWith("*")) {
          beginnings.add(word.substring(0, word.length() - 1));
        } else {
          words.add(word);
        }
      }
      places.add(new Place(Set.copyOf(words), beginnings, optional, text.equals(CLAUSE_END)));
    }
    return new CrisisPhrase(places);
  }

  /** The words that it may begin with; empty where it may begin with many. */
  Set<String> firstWords() {
    return places.get(0).beginnings().isEmpty() ? places.get(0).words() : Set.of();
  }

  /** Where the phrase ends that begins at this word; -1 when it does not begin there. */
  int end(List<String> words, int from) {
    return end(words, from, 0);
  }

  private int end(List<String> words, int at, int place) {
    if (place == places.size()) {
      return at;
    }
    String word = at < words.size() ? words.get(at) : "";
    Place wanted = places.get(place);
    if (wanted.end()) {
      return word.isEmpty() ? end(words, at, place + 1) : -1;
    }
    int with = wanted.takes(word) ? end(words, at + 1, place + 1) : -1;
    return with < 0 && wanted.optional() ? end(words, at, place + 1) : with;
  }
}
