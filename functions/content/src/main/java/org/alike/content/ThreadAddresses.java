package org.alike.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses of the newest threads that anybody may read. Kept for a minute, since there may be
 * many and anybody may ask. Thread-safe.
 */
final class ThreadAddresses implements SitemapSource {
  /** What is older is found from what is newer. */
  private static final int MOST = 10_000;

  private static final Duration FRESH = Duration.ofMinutes(1);
  private final ThreadStore store;
  private final SiteAddresses addresses;
  private final Clock clock;
  private volatile Known known = new Known(Instant.EPOCH, List.of());

  private record Known(Instant at, List<SitemapAddress> addresses) {}

  ThreadAddresses(ThreadStore store, SiteAddresses addresses, Clock clock) {
    this.store = store;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public Stream<SitemapAddress> addresses() {
    Instant now = clock.instant();
    Known current = known;
    if (!current.at.plus(FRESH).isAfter(now)) {
      current = new Known(now, store.newest(MOST).stream().map(this::address).toList());
      known = current;
    }
    return current.addresses.stream();
  }

  private SitemapAddress address(PublicThread thread) {
    return SitemapAddress.of(addresses.thread(thread.id()), Optional.of(thread.changed()));
  }
}
