package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alike.vocabulary.Vocabulary;

/**
 * The index in step with the pages: made at the first search, and anew when a page has another
 * version. Only what has changed is read again. Thread-safe.
 */
final class CurrentIndex {
  /** So many characters of text are searched in all; it bounds the memory. */
  private static final long MOST_TEXT = 16_000_000;

  private final SearchablePages source;
  private final Vocabulary vocabulary;
  private volatile Shelf shelf;

  private record Shelf(
      Map<String, Long> versions, Map<String, List<SearchablePage>> pages, SearchIndex index) {}

  CurrentIndex(SearchablePages source, Vocabulary vocabulary) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.shelf = new Shelf(Map.of(), Map.of(), SearchIndex.of(List.of(), vocabulary));
  }

  /** The index of the pages as they are now. */
  SearchIndex get() {
    Map<String, Long> versions = source.versions();
    Shelf known = shelf;
    return known.versions.equals(versions) ? known.index : renewed(versions);
  }

  private synchronized SearchIndex renewed(Map<String, Long> wanted) {
    Map<String, Long> versions = new TreeMap<>();
    Map<String, List<SearchablePage>> pages = new TreeMap<>();
    wanted.forEach(
        (slug, version) -> {
          List<SearchablePage> known = shelf.pages.getOrDefault(slug, List.of());
          boolean same = version.equals(shelf.versions.get(slug));
          List<SearchablePage> page = same ? known : source.read(slug);
          if (!page.isEmpty()) {
            // A read may show an older version than the list; then the next search looks again.
            versions.put(slug, page.get(0).version());
            pages.put(slug, page);
          }
        });
    if (!versions.equals(shelf.versions)) {
      shelf = new Shelf(versions, pages, SearchIndex.of(bounded(pages), vocabulary));
    }
    return shelf.index;
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
