package org.alike.wisdom;

import java.util.List;

/**
 * A sentence that can be quoted.
 *
 * @param passage where it was said
 * @param line which paragraph or point of the passage
 * @param at which sentence of the passage
 * @param text the sentence
 * @param stems its words
 */
record Quote(Passage passage, int line, int at, String text, List<String> stems) {
  /** Whether the other one is the next sentence of the same paragraph. */
  boolean goesOnWith(Quote other) {
    return other.at == at + 1 && other.line == line;
  }
}
