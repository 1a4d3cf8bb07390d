package org.alike.content;

import java.util.List;
import java.util.Optional;

/**
 * A page's text in one language at one level.
 *
 * @param reading which language and level
 * @param name what the condition is called in this language; English takes the vocabulary's name
 * @param shortName the short form in this language
 * @param alsoKnownAs other names in this language; none means the page's
 * @param summary in short
 * @param sections all of them in English at the standard level, else any
 */
record Variant(
    Reading reading,
    Optional<String> name,
    Optional<String> shortName,
    List<String> alsoKnownAs,
    String summary,
    List<Section> sections) {
  /** Keeps its own copies of the lists. */
  Variant {
    alsoKnownAs = List.copyOf(alsoKnownAs);
    sections = List.copyOf(sections);
  }

  Optional<Section> section(String id) {
    return sections.stream().filter(section -> section.id().equals(id)).findFirst();
  }
}
