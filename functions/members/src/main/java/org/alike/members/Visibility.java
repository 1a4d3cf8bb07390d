package org.alike.members;

import java.util.Locale;

/** Who may see a member. Private by default. */
enum Visibility {
  /** Nobody browses to them; those who are matched see what both share. */
  MATCHING,
  /** Signed-in members. */
  MEMBERS,
  /** Everybody. */
  PUBLIC;

  /** As forms, items, events and answers write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether more people may see a member than with the other. */
  boolean isWiderThan(Visibility other) {
    return compareTo(other) > 0;
  }

  /** The visibility that a word names; the most private one for any other word. */
  static Visibility of(String word) {
    for (Visibility visibility : values()) {
      if (visibility.word().equals(word)) {
        return visibility;
      }
    }
    return MATCHING;
  }
}
