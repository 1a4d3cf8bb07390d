package org.alike.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The published pages that a warm function has read lately, so that a page many people read costs
 * no read while it is fresh. A page that changed or was removed is seen after {@link #FRESH} at the
 * latest. Packed as they are they take some 10 KB each. Thread-safe.
 */
final class KeptPages {
  /** So long a page may be served without a look whether it has changed. */
  static final Duration FRESH = Duration.ofSeconds(30);

  /** So many pages are kept, those read last. */
  static final int MOST = 250;

  private final PageStore store;
  private final Clock clock;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  private record Kept(PublishedPage page, Instant read) {}

  KeptPages(PageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A page, unless there is none by this slug; one read, or none while it is fresh. */
  Optional<PublishedPage> find(PageKind kind, String slug) {
    String key = kind + "#" + slug;
    Instant now = clock.instant();
    Optional<PublishedPage> fresh = fresh(key, now);
    return fresh.isPresent() ? fresh : remember(key, now, store.find(kind, slug));
  }

  private synchronized Optional<PublishedPage> fresh(String key, Instant now) {
    return Optional.ofNullable(kept.get(key))
        .filter(known -> now.isBefore(known.read().plus(FRESH)))
        .map(Kept::page);
  }

  private synchronized Optional<PublishedPage> remember(
      String key, Instant now, Optional<PublishedPage> page) {
    page.ifPresentOrElse(found -> kept.put(key, new Kept(found, now)), () -> kept.remove(key));
    return page;
  }
}
