package org.alike.vocabulary;

/**
 * One way to call a concept.
 *
 * @param written as in the data file
 * @param preferred whether it is the concept's name or short name
 */
record Name(Concept concept, String written, boolean preferred) {

  /**
   * Whether this is a short form ("MS", "T2DM", "ME/CFS"): written without lower-case letters. One
   * letter more or less makes it another one, so a short form is never recognised by a typo.
   */
  boolean shortForm() {
    return written.codePoints().noneMatch(Character::isLowerCase);
  }
}
