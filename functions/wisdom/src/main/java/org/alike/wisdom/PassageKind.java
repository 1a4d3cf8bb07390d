package org.alike.wisdom;

import java.util.Locale;

/** Where a passage was said. */
enum PassageKind {
  /** A section of a condition page, which editors answer for. */
  SECTION,
  /** The opening post of a public discussion. */
  THREAD,
  /** A reply in a public discussion. */
  REPLY;

  /** As answers write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether editors wrote it, not a member. */
  boolean curated() {
    return this == SECTION;
  }
}
