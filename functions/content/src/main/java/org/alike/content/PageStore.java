package org.alike.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the published pages and the list of them. */
interface PageStore {
  /** A page, unless there is none by this slug or it was removed. May miss the last second. */
  Optional<PublishedPage> find(PageKind kind, String slug);

  /** The state that a page is in, removed or not; {@link Head#NONE} when there never was one. */
  Head head(PageKind kind, String slug);

  /** Some of the pages, by name, behind a place of {@link Slice#next()} or from the start. */
  Slice list(PageKind kind, int limit, @Nullable List<String> after);

  /** All pages, by name; shows every change that ended before. */
  List<Entry> all(PageKind kind);

  /** Publishes a page as the version after {@code base}, if {@code base} is its state. */
  Publication publish(Page page, Head base, Provenance provenance);

  /** Removes a page in the same way; its next version, if any, will go on counting. */
  Publication remove(PageKind kind, String slug, String name, Head base, Provenance provenance);

  /**
   * Names other neighbours on a page, which is no new version of it.
   *
   * @return whether it was done; it isn't when the page has changed since
   */
  boolean relate(PageKind kind, Entry entry, List<String> related);

  /**
   * A part of the list.
   *
   * @param next the place to go on from, or null at the end
   */
  record Slice(List<Entry> entries, @Nullable List<String> next) {}
}
