package org.alike.discussions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may read a thread and its replies. */
enum Visibility {
  /** Anyone. */
  PUBLIC,
  /** Only members who are signed in. */
  MEMBERS;

  /** What this caller may read: a stranger is empty. */
  static List<Visibility> readableBy(Optional<String> member) {
    return member.isPresent() ? List.of(PUBLIC, MEMBERS) : List.of(PUBLIC);
  }

  /** The word for it on the wire and in keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
