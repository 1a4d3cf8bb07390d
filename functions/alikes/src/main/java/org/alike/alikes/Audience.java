package org.alike.alikes;

import java.util.Locale;

/**
 * Who may see a field of a member, as the member chose; each sees what those before see. What only
 * the member may see is not known here at all. {@link AttributesCode} numbers them.
 */
enum Audience {
  /**
   * Nobody: it finds the member's own Alikes and is counted, and shapes nothing others are told.
   */
  MATCHING,
  /** Members to whom this one is listed as an Alike. */
  ALIKES,
  /** Every signed-in member. */
  MEMBERS,
  /** Anybody. */
  PUBLIC;

  /** The audience of this name; the most private one when the name says nothing we know. */
  static Audience of(String name) {
    for (Audience audience : values()) {
      if (audience.wireName().equals(name)) {
        return audience;
      }
    }
    return MATCHING;
  }

  /** The name that events use. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether those of the other audience see it too. */
  boolean reaches(Audience other) {
    return compareTo(other) >= 0;
  }

  /** Whoever is in both. */
  Audience narrower(Audience other) {
    return compareTo(other) < 0 ? this : other;
  }

  /** Whether the field is shown where the member is listed as an Alike. */
  boolean alikes() {
    return this != MATCHING;
  }
}
