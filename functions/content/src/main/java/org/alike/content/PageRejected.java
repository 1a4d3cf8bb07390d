package org.alike.content;

import java.util.List;

/**
 * A page that can't be published as it is written. The message names each mistake by file, field
 * and rule; it is for the editor, and pages hold nothing personal.
 */
final class PageRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  PageRejected(String mistake) {
    this(mistake, List.of(mistake));
  }

  private PageRejected(String message, List<String> mistakes) {
    super(message);
    this.mistakes = mistakes;
  }

  /** Several at once, so that an editor sees them all. */
  static PageRejected all(List<PageRejected> rejected) {
    List<String> all = rejected.stream().flatMap(one -> one.mistakes.stream()).distinct().toList();
    return new PageRejected("Nothing was imported. " + String.join("; ", all), all);
  }

  /** Each mistake by itself. */
  List<String> mistakes() {
    return mistakes;
  }
}
