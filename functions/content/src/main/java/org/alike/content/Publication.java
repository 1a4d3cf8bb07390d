package org.alike.content;

/**
 * How a change of a page ended. When it was not done, nothing at all was written.
 *
 * @param done whether it was written
 * @param head the page's state afterwards; when another change came first, the state it made
 * @param refusedAlso index of the further write that refused it, or -1
 */
record Publication(boolean done, Head head, int refusedAlso) {
  static Publication done(Head head) {
    return new Publication(true, head, -1);
  }

  /** The page was in this state instead. */
  static Publication moved(Head head) {
    return new Publication(false, head, -1);
  }

  /** The condition of a further write did not hold. */
  static Publication refused(Head base, int also) {
    return new Publication(false, base, also);
  }
}
