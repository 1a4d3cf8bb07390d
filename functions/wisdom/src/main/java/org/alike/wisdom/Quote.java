package org.alike.wisdom;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence that can be quoted.
 *
 * @param passage where it was said
 * @param line which paragraph or point of the passage
 * @param at which sentence of the passage
 * @param text the sentence
 * @param stems its words
 * @param before what has to be quoted before it, as it leans on that; in order
 */
record Quote(
    Passage passage, int line, int at, String text, List<String> stems, List<Quote> before) {
  /** The sentence, after all that it leans on. */
  List<Quote> withBefore() {
    return Stream.concat(before.stream(), Stream.of(this)).toList();
  }

  /** Whether the other one is the next sentence of the same paragraph. */
  boolean goesOnWith(Quote other) {
    return other.at == at + 1 && other.line == line;
  }
}
