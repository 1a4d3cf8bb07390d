package org.alike.vocabulary;

/**
 * One way to call a concept.
 *
 * @param written as in the data file
 */
record Name(Concept concept, String written, Standing standing) {

  /** What a name is to its concept; better ones first. */
  enum Standing {
    PREFERRED,
    SHORT,
    OTHER,
    /** Understood, but never shown: a misspelling, or a clumsy way to say it. */
    HIDDEN
  }

  /** Whether it is the name or short name that the concept is shown by. */
  boolean preferred() {
    return standing == Standing.PREFERRED || standing == Standing.SHORT;
  }

  /** The name to tell a person that this one was recognised by. */
  String shown() {
    return standing == Standing.HIDDEN ? concept.name() : written;
  }

  /**
   * Whether it is an abbreviation ("MS", "T2DM", "ME/CFS"): the short name, or written without
   * lower-case letters. One letter more or less makes it another one, so it is never recognised by
   * a slip.
   */
  boolean shortForm() {
    return standing == Standing.SHORT || !hasLowerCase(written);
  }

  private static boolean hasLowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
