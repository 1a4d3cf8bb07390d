package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.alike.vocabulary.Kind;

/** Pages to search, in memory. Not thread-safe. */
final class InMemoryPages implements SearchablePages {
  private final Map<String, List<SearchablePage>> pages = new TreeMap<>();
  private final Map<String, Long> versions = new TreeMap<>();
  private final List<String> reads = new ArrayList<>();

  /** A page in English with this text in its overview. */
  InMemoryPages with(String slug, String text) {
    return with(page(slug, 1, "en", slug.replace('-', ' '), part("overview", text)));
  }

  /** A page in these languages. */
  InMemoryPages with(SearchablePage... languages) {
    pages.put(languages[0].slug(), List.of(languages));
    versions.put(languages[0].slug(), languages[0].version());
    return this;
  }

  /** The list knows of another version before the page can be read. */
  void announce(String slug, long version) {
    versions.put(slug, version);
  }

  void remove(String slug) {
    pages.remove(slug);
    versions.remove(slug);
  }

  static SearchablePage page(
      String slug, long version, String lang, String name, SearchablePage.Part... parts) {
    Map<Kind, List<String>> listed = Map.of();
    return new SearchablePage(
        slug, version, lang, name, List.of(name), Set.of(), listed, List.of(parts));
  }

  static SearchablePage.Part part(String id, String text) {
    return new SearchablePage.Part(id, "About " + id, text);
  }

  /** Which pages were read since the last call. */
  List<String> reads() {
    List<String> last = List.copyOf(reads);
    reads.clear();
    return last;
  }

  @Override
  public Map<String, Long> versions() {
    return Map.copyOf(versions);
  }

  @Override
  public List<SearchablePage> read(String slug) {
    reads.add(slug);
    return pages.getOrDefault(slug, List.of());
  }
}
