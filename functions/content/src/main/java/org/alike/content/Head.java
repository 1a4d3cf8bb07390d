package org.alike.content;

/**
 * The state that a page is in.
 *
 * @param version grows by one with each change, through removal and return as well
 * @param digest of what it holds; empty when the page was removed
 * @param line where the list of pages has it; empty when it hasn't
 * @param files digest of the files that it was last imported from; empty when it never was
 * @param origin how this state came about
 */
record Head(long version, String digest, String line, String files, Origin origin) {
  /** Before the first publication. */
  static final Head NONE = new Head(0, "", "", "", Origin.IMPORT);

  boolean removed() {
    return digest.isEmpty();
  }

  /** Whether editors changed the page after it was last imported, or made it. */
  boolean edited() {
    return origin != Origin.IMPORT;
  }
}
