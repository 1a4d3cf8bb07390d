package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who pages through a feed while others post, and checks what they see. */
final class Walk {
  private final Feeds feeds;
  private final Sort sort;
  private final Reader reader;
  private final Set<String> owed = new LinkedHashSet<>();
  private final List<String> seen = new ArrayList<>();
  private Optional<String> cursor = Optional.empty();
  private @Nullable Instant asOf;

  Walk(Feeds feeds, Sort sort, Reader reader) {
    this.feeds = feeds;
    this.sort = sort;
    this.reader = reader;
  }

  /** A reply moves the thread, which is then no longer owed; in the order of posting it stays. */
  void touched(String thread) {
    if (sort != Sort.LATEST) {
      owed.remove(thread);
    }
  }

  /** Turns one page; at the last one, everything owed must have been seen. */
  void turn(List<FeedEntry> all, int limit) {
    if (asOf == null) {
      all.stream().filter(this::mayBeSeen).map(FeedEntry::id).forEach(owed::add);
    }
    Feeds.FeedPage page =
        feeds.page(new Feeds.Wanted(Optional.empty(), sort, reader, cursor, limit));
    assertThat(asOf == null || asOf.equals(page.asOf())).as("one snapshot").isTrue();
    assertThat(page.items()).noneMatch(entry -> seen.contains(entry.id()));
    assertThat(page.items()).hasSizeLessThanOrEqualTo(limit).allMatch(this::mayRead);
    page.items().forEach(entry -> seen.add(entry.id()));
    asOf = page.asOf();
    cursor = page.next();
    if (cursor.isEmpty()) {
      assertThat(seen).doesNotHaveDuplicates().containsAll(owed);
      owed.clear();
      seen.clear();
      asOf = null;
    }
  }

  /** Turns pages to the end while nobody posts: none is empty, and none says there is more. */
  void finishQuietly(List<FeedEntry> all, int limit) {
    while (asOf != null) {
      turn(all, limit);
    }
    long count = all.stream().filter(this::mayBeSeen).count();
    long pages = 0;
    do {
      turn(all, limit);
      pages++;
    } while (asOf != null);
    assertThat(pages).isEqualTo(Math.max(1, (count + limit - 1) / limit));
  }

  private boolean mayBeSeen(FeedEntry entry) {
    return mayRead(entry) && (sort != Sort.UNANSWERED || entry.replies() == 0);
  }

  private boolean mayRead(FeedEntry entry) {
    return reader.visibilities().contains(entry.visibility()) && reader.sees(entry.author());
  }
}
