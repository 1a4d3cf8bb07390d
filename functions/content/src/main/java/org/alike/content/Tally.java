package org.alike.content;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Headcounts;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * How many members have what, as far as it may be told: a concept that is not in it counts as one
 * that nobody has, so nothing that is ordered by these numbers shows anything of 1 to 10 people.
 * Immutable.
 */
record Tally(Map<Kind, Map<String, Integer>> numbers) {
  static final Tally NONE = new Tally(Map.of());

  /** Keeps its own copy, without kinds that have no numbers. */
  Tally {
    Map<Kind, Map<String, Integer>> copy = new EnumMap<>(Kind.class);
    numbers.forEach(
        (kind, ofKind) -> {
          if (!ofKind.isEmpty()) {
            copy.put(kind, Map.copyOf(ofKind));
          }
        });
    numbers = Map.copyOf(copy);
  }

  /** How many have it; 0 when they are few. */
  int of(Concept concept) {
    return numbers(concept.kind()).getOrDefault(concept.id(), 0);
  }

  /** The numbers of one kind, by id. */
  Map<String, Integer> numbers(Kind kind) {
    return numbers.getOrDefault(kind, Map.of());
  }

  /** How many numbers there are. */
  int size() {
    return numbers.values().stream().mapToInt(Map::size).sum();
  }

  /** Counts members one by one. Not thread-safe. */
  static final class Counter {
    private final Vocabulary vocabulary;
    private final Map<Kind, Headcounts> counts = new EnumMap<>(Kind.class);
    private int people;

    Counter(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      for (Kind kind : Kind.values()) {
        counts.put(kind, new Headcounts(vocabulary, kind));
      }
    }

    /** Counts a member, who must not have been counted before. */
    void add(Usage.Of member) {
      counts.forEach((kind, ofKind) -> ofKind.add(people, groups(kind, member.ids(kind))));
      people++;
    }

    /** The numbers that may be told. */
    Tally tally() {
      Map<Kind, Map<String, Integer>> numbers = new EnumMap<>(Kind.class);
      counts.forEach(
          (kind, ofKind) -> {
            Map<String, Integer> told = new HashMap<>();
            ofKind.ids().forEach(id -> told.put(id, ofKind.of(id).number()));
            told.values().removeIf(number -> number < Headcounts.SMALLEST);
            numbers.put(kind, told);
          });
      return new Tally(numbers);
    }

    /** As for the Alikes: each of these and what is above it, but for categories. */
    private Set<String> groups(Kind kind, List<String> ids) {
      Set<String> groups = new HashSet<>();
      for (String id : ids) {
        if (vocabulary.find(kind, id).isPresent()) {
          groups.addAll(vocabulary.withAncestors(kind, id));
        }
      }
      groups.removeIf(id -> vocabulary.find(kind, id).map(Concept::category).orElse(true));
      return groups;
    }
  }
}
