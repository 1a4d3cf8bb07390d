package org.alike.discussions;

import java.util.Optional;

/** Reads feeds. Implementations are thread-safe. */
interface FeedStore {
  /**
   * Some entries of a feed in its order.
   *
   * @param after go on behind this position of the feed's order, whether or not an entry of this
   *     feed stands there; empty for the beginning
   */
  Slice<FeedEntry> page(Feed feed, Optional<String> after, int limit);
}
