package org.alike.forms;

import java.util.Locale;

/** What an owner has noted on a submission. */
enum Mark {
  NONE,
  READ,
  STARRED,
  DONE;

  /** As items and answers write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mark of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
