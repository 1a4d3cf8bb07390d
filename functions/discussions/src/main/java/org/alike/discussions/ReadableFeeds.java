package org.alike.discussions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Feeds as a caller may read them: for a stranger the public list, one query; for a member the
 * public and the members-only list, merged by position, two queries. What a member does not see
 * because of a block is read over, so that pages are as full as anybody's.
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
   * @param reader who asks
   * @param after go on behind this position; empty for the beginning
   */
  Stretch<FeedEntry> page(
      Optional<String> condition, Sort sort, Reader reader, Optional<String> after, int limit) {
    List<Visible<FeedEntry>> lists =
        reader.visibilities().stream()
            .map(visibility -> new Feed(condition, visibility, sort))
            .map(feed -> list(feed, reader, after, limit))
            .toList();
    return Stretch.of(lists, Comparator.reverseOrder(), limit);
  }

  private Visible<FeedEntry> list(Feed feed, Reader reader, Optional<String> after, int limit) {
    return new Visible<>(
        from -> store.page(feed, from, limit),
        feed.sort()::position,
        after,
        entry -> reader.sees(entry.author()),
        !reader.isApart());
  }
}
