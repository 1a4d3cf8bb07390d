package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alike.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The index in step with the pages: made at the first search, and anew when a page has another
 * version. Only what has changed is read again. Thread-safe.
 */
final class CurrentIndex {
  /** So many characters of text are searched in all; it bounds the memory. */
  private static final long MOST_TEXT = 16_000_000;

  private final SearchablePages source;
  private final Vocabulary vocabulary;

  /** None before the first search: most requests are for pages, and don't wait for this. */
  private volatile @Nullable Shelf shelf;

  private record Shelf(
      Map<String, Long> versions, Map<String, List<SearchablePage>> pages, SearchIndex index) {}

  CurrentIndex(SearchablePages source, Vocabulary vocabulary) {
    this.source = source;
    this.vocabulary = vocabulary;
  }

  /** The index of the pages as they are now. */
  SearchIndex get() {
    Map<String, Long> versions = source.versions();
    Shelf known = shelf;
    return known != null && known.versions.equals(versions) ? known.index : renewed(versions);
  }

  private synchronized SearchIndex renewed(Map<String, Long> wanted) {
    Shelf before = shelf;
    Map<String, Long> known = before == null ? Map.of() : before.versions;
    Map<String, Long> versions = new TreeMap<>();
    Map<String, List<SearchablePage>> pages = new TreeMap<>();
    wanted.forEach(
        (slug, version) -> {
          List<SearchablePage> page =
              before != null && version.equals(known.get(slug))
                  ? before.pages.getOrDefault(slug, List.of())
                  : source.read(slug);
          if (!page.isEmpty()) {
            // A read may show an older version than the list; then the next search looks again.
            versions.put(slug, page.get(0).version());
            pages.put(slug, page);
          }
        });
    if (before != null && versions.equals(known)) {
      return before.index;
    }
    Shelf renewed = new Shelf(versions, pages, SearchIndex.of(bounded(pages), vocabulary));
    shelf = renewed;
    return renewed.index;
  }

  private static List<SearchablePage> bounded(Map<String, List<SearchablePage>> pages) {
    List<SearchablePage> searched = new ArrayList<>();
    long left = MOST_TEXT;
    for (List<SearchablePage> languages : pages.values()) {
      for (SearchablePage page : languages) {
        left -= page.parts().stream().mapToLong(part -> part.text().length()).sum();
        if (left >= 0) {
          searched.add(page);
        }
      }
    }
    return searched;
  }
}
