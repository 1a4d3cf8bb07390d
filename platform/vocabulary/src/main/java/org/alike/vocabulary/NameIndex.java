package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what words mean, among the names of one kind. The first of these that finds anything
 * decides: the exact words; the words in any order, singular or plural; the letters without spaces;
 * a small misspelling. Immutable.
 *
 * <p>Costs three hash look-ups when the words are known, and one pass over all names, most of them
 * dismissed by a comparison of two integers, when they aren't.
 */
final class NameIndex {
  private final Map<String, List<Name>> exact = new HashMap<>();
  private final Map<String, List<Name>> loose = new HashMap<>();
  private final Map<String, List<Name>> joined = new HashMap<>();
  private final Misspellings misspellings;

  NameIndex(List<Name> names) {
    List<Misspellings.Target> targets = new ArrayList<>();
    for (Name name : names) {
      Folded folded = Folded.of(name.written());
      add(exact, folded.exact(), name);
      add(loose, folded.loose(), name);
      add(joined, folded.joined(), name);
      if (!name.shortForm()) {
        targets.add(new Misspellings.Target(name, Misspellings.Text.of(folded)));
      }
    }
    misspellings = new Misspellings(targets);
  }

  private static void add(Map<String, List<Name>> index, String key, Name name) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, any -> new ArrayList<>(1)).add(name);
    }
  }

  Resolution resolve(Folded typed) {
    List<Folded> attempts = typed.relaxed();
    for (Folded attempt : attempts) {
      List<Name> names = known(attempt);
      if (!names.isEmpty()) {
        return resolution(names, false);
      }
    }
    for (Folded attempt : attempts) {
      Misspellings.Nearest nearest = misspellings.nearest(attempt);
      if (!nearest.names().isEmpty()) {
        return resolution(nearest.names(), nearest.guess());
      }
    }
    return new Resolution.Unknown();
  }

  private List<Name> known(Folded typed) {
    List<Name> names = exact.getOrDefault(typed.exact(), List.of());
    if (names.isEmpty()) {
      names = loose.getOrDefault(typed.loose(), List.of());
    }
    if (names.isEmpty()) {
      names = joined.getOrDefault(typed.joined(), List.of());
    }
    return names;
  }

  private static Resolution resolution(List<Name> names, boolean guess) {
    Map<String, Concept> concepts = new LinkedHashMap<>();
    for (Name name : names) {
      concepts.putIfAbsent(name.concept().id(), name.concept());
    }
    if (concepts.size() == 1 && !guess) {
      return new Resolution.Found(names.get(0).concept(), names.get(0).shown());
    }
    return new Resolution.Ambiguous(
        concepts.values().stream().sorted(Comparator.comparing(Concept::name)).toList());
  }
}
