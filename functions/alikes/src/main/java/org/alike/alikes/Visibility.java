package org.alike.alikes;

import java.util.Locale;

/** Who may see a member's card, as the member chose. */
enum Visibility {
  /** Anybody, once the group is large enough to hide in. */
  PUBLIC,
  /** Signed-in members. */
  MEMBERS,
  /** Nobody: the member counts, and is listed nowhere. */
  MATCHING;

  /** The visibility of this name; the most private one when the name says nothing we know. */
  static Visibility of(String name) {
    for (Visibility visibility : values()) {
      if (visibility.wireName().equals(name)) {
        return visibility;
      }
    }
    return MATCHING;
  }

  /** The name that events and items use. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
