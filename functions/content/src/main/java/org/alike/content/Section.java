package org.alike.content;

import java.util.List;

/**
 * A section of a page as somebody wrote it.
 *
 * @param id its aspect, see {@link Aspect#id()}
 * @param heading plain text
 * @param markdown without the heading
 * @param review who checked it, and until when that holds
 * @param sources ids of the page's sources that it leans on, at least one
 */
record Section(String id, String heading, String markdown, Review review, List<String> sources) {
  /** Keeps its own copy of the list. */
  Section {
    sources = List.copyOf(sources);
  }
}
