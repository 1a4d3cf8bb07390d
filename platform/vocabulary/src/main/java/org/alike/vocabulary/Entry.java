package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of a data file.
 *
 * @param shared the names that the line declares, with a question mark, to mean other concepts too
 */
record Entry(Concept concept, Set<String> shared) {

  Entry {
    shared = Set.copyOf(shared);
  }

  List<Name> names() {
    List<Name> names = new ArrayList<>();
    names.add(new Name(concept, concept.name(), true));
    String shortName = concept.shortName();
    if (shortName != null) {
      names.add(new Name(concept, shortName, true));
    }
    for (String other : concept.otherNames()) {
      names.add(new Name(concept, other, false));
    }
    return names;
  }
}
