package org.alike.forms;

import java.util.Locale;

/** What a form is for, which decides who subscribes to its submissions. */
enum Purpose {
  /** Becoming a member. */
  SIGNUP,
  /** Something that a person reads. */
  INBOX,
  /** Getting news by mail. */
  NEWSLETTER,
  /** Telling one's story. */
  STORY;

  /** As definitions, items and events write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Purpose of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
