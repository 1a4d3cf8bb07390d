package org.alike.content;

/**
 * The state that a page is in.
 *
 * @param version grows by one with each change, through removal and return as well
 * @param digest of what it holds; empty when the page was removed
 * @param line where the list of pages has it; empty when it hasn't
 */
record Head(long version, String digest, String line) {
  /** Before the first publication. */
  static final Head NONE = new Head(0, "", "");

  boolean removed() {
    return digest.isEmpty();
  }
}
