package org.alike.discussions;

import java.util.Locale;

/** Who may read a thread and its replies. */
enum Visibility {
  /** Anyone. */
  PUBLIC,
  /** Only members who are signed in. */
  MEMBERS;

  /** The word for it on the wire and in keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
