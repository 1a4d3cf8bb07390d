package org.alike.discussions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Feeds as a caller may read them: for a stranger the public list, one query; for a member the
 * public and the members-only list, merged by position, two queries.
 *
 * <p>Merging is the cheaper way: one list with everything for members would mean that each reply to
 * a public thread rewrites twice as many entries. Thread-safe.
 */
final class ReadableFeeds {
  private final FeedStore store;

  ReadableFeeds(FeedStore store) {
    this.store = store;
  }

  /**
   * Some entries in the given order.
   *
   * @param condition whose community; empty for all
   * @param member who asks; empty for a stranger
   * @param after go on behind this position; empty for the beginning
   */
  Slice<FeedEntry> page(
      Optional<String> condition,
      Sort sort,
      Optional<String> member,
      Optional<String> after,
      int limit) {
    List<FeedEntry> entries = new ArrayList<>();
    boolean more = false;
    for (Visibility visibility : Visibility.readableBy(member)) {
      Slice<FeedEntry> slice = store.page(new Feed(condition, visibility, sort), after, limit);
      entries.addAll(slice.items());
      more |= slice.more();
    }
    entries.sort(Comparator.comparing(sort::position).reversed());
    int shown = Math.min(entries.size(), limit);
    return new Slice<>(entries.subList(0, shown), more || entries.size() > shown);
  }
}
