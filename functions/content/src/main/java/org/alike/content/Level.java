package org.alike.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a text asks of its reader. */
enum Level {
  /** For most readers. */
  STANDARD,
  /** Short sentences and everyday words. */
  PLAIN;

  /** As pages and addresses write it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Level> find(String id) {
    return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
  }
}
