package org.alike.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.vocabulary.Kind;

/**
 * A page in one language, as a search sees it.
 *
 * @param slug its address, and the condition's id
 * @param version of the page
 * @param lang primary language tag, such as {@code en}
 * @param label what results call it
 * @param names every name that leads to it, in this language
 * @param covers more general conditions that it answers for
 * @param listed ids of symptoms and treatments that the page lists as typical
 * @param parts its sections in their order
 */
record SearchablePage(
    String slug,
    long version,
    String lang,
    String label,
    List<String> names,
    Set<String> covers,
    Map<Kind, List<String>> listed,
    List<Part> parts) {
  /** A section: id, heading and text without any markup. */
  record Part(String id, String heading, String text) {}

  /** Keeps its own copies. */
  SearchablePage {
    names = List.copyOf(names);
    covers = Set.copyOf(covers);
    listed = Map.copyOf(listed);
    parts = List.copyOf(parts);
  }
}
