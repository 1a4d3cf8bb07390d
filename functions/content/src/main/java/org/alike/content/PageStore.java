package org.alike.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the published pages and the list of them. */
interface PageStore {
  /** A page, unless there is none by this slug or it was removed. */
  Optional<PublishedPage> find(PageKind kind, String slug);

  /** Some of the pages, by name, behind a place of {@link Slice#next()} or from the start. */
  Slice list(PageKind kind, int limit, @Nullable List<String> after);

  /** All pages, by name. */
  List<Entry> all(PageKind kind);

  /**
   * Publishes a page as the version after {@code base}, if {@code base} is its state.
   *
   * @return the state that the page is in instead, if that differs: nothing was written
   */
  Optional<Head> publish(Page page, Head base);

  /** Removes a page in the same way; its next version, if any, will go on counting. */
  Optional<Head> remove(PageKind kind, Entry entry);

  /**
   * A part of the list.
   *
   * @param next the place to go on from, or null at the end
   */
  record Slice(List<Entry> entries, @Nullable List<String> next) {}
}
