package org.alike.content;

import java.util.List;
import java.util.Map;

/** The pages that a search looks through. Implementations are thread-safe. */
interface SearchablePages {
  /** The version of each page by its slug; cheap, since every search asks. */
  Map<String, Long> versions();

  /** A page in each of its languages; empty when it went away in the meantime. */
  List<SearchablePage> read(String slug);
}
