package org.alike.content;

import java.util.Locale;

/** What a page is about. */
enum PageKind {
  /** A condition; its slug is the condition's id in the vocabulary. */
  CONDITION,
  /** The site itself, such as its editorial process. */
  PAGE;

  /** As events and keys write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
