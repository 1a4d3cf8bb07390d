package org.alike.content;

import java.util.List;

/**
 * A page that can't be published as it is written. The message names file, field and rule; it is
 * for the editor, and pages hold nothing personal.
 */
final class PageRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PageRejected(String message) {
    super(message);
  }

  /** Several at once, so that an editor sees them all. */
  static PageRejected all(List<PageRejected> rejected) {
    List<String> messages = rejected.stream().map(one -> String.valueOf(one.getMessage())).toList();
    return new PageRejected("Nothing was imported. " + String.join("; ", messages));
  }
}
