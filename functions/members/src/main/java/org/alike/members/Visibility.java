package org.alike.members;

/** Who may see a member, as a signup chooses it in one word. Private by default. */
enum Visibility {
  /** Nobody: they find others, and are counted. */
  MATCHING,
  /** Signed-in members. */
  MEMBERS,
  /** Everybody. */
  PUBLIC;

  /** As forms, items, events and answers write it. */
  String word() {
    return Words.of(this);
  }

  /** Whether more people may see a member than with the other. */
  boolean isWiderThan(Visibility other) {
    return compareTo(other) > 0;
  }

  /** What the choice means for one field. */
  Audience audience(Field field) {
    Audience widest =
        switch (field) {
          case DISPLAY_NAME, CONDITIONS, COUNTRY -> Audience.PUBLIC;
          case SYMPTOMS, TREATMENTS -> Audience.MEMBERS;
          case BIRTH_YEAR, SEX, REGION, LANGUAGES, ABOUT -> Audience.MATCHING;
        };
    return widest.narrower(Audience.valueOf(name()));
  }

  /** The visibility that a word names; the most private one for any other word. */
  static Visibility of(String word) {
    return Words.find(Visibility.class, word).orElse(MATCHING);
  }
}
