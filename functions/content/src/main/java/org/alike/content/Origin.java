package org.alike.content;

import java.util.Locale;

/** How a version came about. */
enum Origin {
  /** An editor published it. */
  EDITOR,
  /** The importer took it from files. */
  IMPORT,
  /** An editor brought an earlier version back. */
  RESTORE,
  /** It was published at the time that an editor set. */
  SCHEDULE;

  /** As the API writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
