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
    names.add(Name.preferred(concept));
    String shortName = concept.shortName();
    if (shortName != null) {
      names.add(Name.shortened(concept, shortName));
    }
    for (String other : concept.otherNames()) {
      names.add(Name.other(concept, other));
    }
    return names;
  }
}
