package org.alike.members;

/** Who may see or use a field of a member; each takes in those before it. */
enum Audience {
  /** Nobody but the member: the field never leaves this feature. */
  ME,
  /** Nobody sees it: it helps the member to find others, and conditions are counted. */
  MATCHING,
  /** Those whom the member is matched with. */
  ALIKES,
  /** Signed-in members. */
  MEMBERS,
  /** Everybody. */
  PUBLIC;

  /** As items, events and answers write it. */
  String word() {
    return Words.of(this);
  }

  /** Whether these, too, may see what the other may. */
  boolean includes(Audience other) {
    return compareTo(other) >= 0;
  }

  /** The step of a signup's choice that this comes to. */
  Visibility visibility() {
    return switch (this) {
      case PUBLIC -> Visibility.PUBLIC;
      case MEMBERS -> Visibility.MEMBERS;
      case ME, MATCHING, ALIKES -> Visibility.MATCHING;
    };
  }

  /** The smaller one of the two. */
  Audience narrower(Audience other) {
    return includes(other) ? other : this;
  }
}
