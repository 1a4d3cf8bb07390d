package org.alike.vocabulary;

/**
 * One way to call a concept.
 *
 * @param written as in the data file
 * @param preferred whether it is the concept's name or short name
 * @param shortForm whether it is an abbreviation ("MS", "T2DM", "ME/CFS"): one letter more or less
 *     makes it another one, so it is never recognised by a typo
 */
record Name(Concept concept, String written, boolean preferred, boolean shortForm) {

  static Name preferred(Concept concept) {
    return new Name(concept, concept.name(), true, abbreviated(concept.name()));
  }

  static Name shortened(Concept concept, String shortName) {
    return new Name(concept, shortName, true, true);
  }

  static Name other(Concept concept, String written) {
    return new Name(concept, written, false, abbreviated(written));
  }

  private static boolean abbreviated(String written) {
    return written.codePoints().noneMatch(Character::isLowerCase);
  }
}
