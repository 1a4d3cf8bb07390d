package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of a data file.
 *
 * @param hidden names that are understood but never shown, and so not the concept's
 * @param shared the names, hidden or not, that the line declares to mean other concepts too
 */
record Entry(Concept concept, List<String> hidden, Set<String> shared) {

  Entry {
    hidden = List.copyOf(hidden);
    shared = Set.copyOf(shared);
  }

  List<Name> names() {
    List<Name> names = new ArrayList<>();
    names.add(new Name(concept, concept.name(), Name.Standing.PREFERRED));
    String shortName = concept.shortName();
    if (shortName != null) {
      names.add(new Name(concept, shortName, Name.Standing.SHORT));
    }
    for (String other : concept.otherNames()) {
      names.add(new Name(concept, other, Name.Standing.OTHER));
    }
    for (String other : hidden) {
      names.add(new Name(concept, other, Name.Standing.HIDDEN));
    }
    return names;
  }
}
