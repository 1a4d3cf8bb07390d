package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of a data file.
 *
 * @param concept what it says, and what was imported for it
 * @param others the other names that the line lists to be shown
 * @param hidden names that are understood but never shown, and so not the concept's
 * @param shared the names, hidden or not, that the line declares to mean other concepts too
 */
record Entry(Concept concept, List<String> others, List<String> hidden, Set<String> shared) {

  Entry {
    others = List.copyOf(others);
    hidden = List.copyOf(hidden);
    shared = Set.copyOf(shared);
  }

  Entry(Concept concept, List<String> hidden, Set<String> shared) {
    this(concept, concept.otherNames(), hidden, shared);
  }

  /** Our own names. */
  List<Name> names() {
    List<Name> names = new ArrayList<>();
    names.add(new Name(concept, concept.name(), Name.Standing.PREFERRED));
    String shortName = concept.shortName();
    if (shortName != null) {
      names.add(new Name(concept, shortName, Name.Standing.SHORT));
    }
    for (String other : others) {
      names.add(new Name(concept, other, Name.Standing.OTHER));
    }
    for (String other : hidden) {
      names.add(new Name(concept, other, Name.Standing.HIDDEN));
    }
    return names;
  }

  /** With names and codes that were imported for it behind its own. */
  Entry with(List<String> names, Map<String, String> codes) {
    List<String> allNames = new ArrayList<>(concept.otherNames());
    for (String name : names) {
      if (allNames.stream().noneMatch(name::equalsIgnoreCase)
          && !name.equalsIgnoreCase(concept.name())) {
        allNames.add(name);
      }
    }
    Map<String, String> allCodes = new LinkedHashMap<>(concept.codes());
    codes.forEach(allCodes::putIfAbsent);
    Concept enriched =
        new Concept(
            concept.kind(),
            concept.id(),
            concept.name(),
            concept.shortName(),
            allNames,
            concept.parents(),
            concept.related(),
            allCodes,
            concept.category());
    return new Entry(enriched, others, hidden, shared);
  }

  /** Changes with everything that an import looks at. The same in every virtual machine. */
  static int digest(Map<Kind, List<Entry>> entries) {
    int digest = 0;
    for (Kind kind : Kind.values()) {
      for (Entry entry : entries.getOrDefault(kind, List.of())) {
        digest = 31 * digest + entry.digest();
      }
    }
    return digest;
  }

  private int digest() {
    int digest = concept.id().hashCode();
    digest = 31 * digest + concept.name().hashCode();
    digest = 31 * digest + others.hashCode();
    digest = 31 * digest + hidden.hashCode();
    digest = 31 * digest + shared.hashCode();
    return 31 * digest + concept.codes().hashCode();
  }
}
