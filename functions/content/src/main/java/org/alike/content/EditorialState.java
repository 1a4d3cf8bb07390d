package org.alike.content;

import java.util.Locale;

/** Where an editor's text stands on its way to readers. */
enum EditorialState {
  /** Somebody is writing. */
  DRAFT,
  /** It is ready for another editor's eyes. */
  REVIEW,
  /** It will be published at a time that an editor set. */
  SCHEDULED,
  /** It is what readers see. */
  PUBLISHED;

  /** As the API writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether others will see the text, so that somebody has to say what changed and why. */
  boolean reachesReaders() {
    return this == SCHEDULED || this == PUBLISHED;
  }
}
