package org.alike.discussions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;

/**
 * Pages through feeds.
 *
 * <p>A page begins behind the position of the last entry shown. Entries that nobody touches never
 * move, touched ones only move up, and positions are unique: so whoever pages sees every untouched
 * thread exactly once and none twice, whatever is posted and replied meanwhile. (Only a thread
 * whose last reply is removed moves down, and may be met again.) What is new or touched since the
 * first page waits for the next visit; {@link FeedPage#asOf} says since when. Thread-safe.
 */
final class Feeds {
  /** With fewer threads than this, a feed is quiet. */
  private static final int QUIET = 5;

  private final ReadableFeeds feeds;
  private final Elsewhere elsewhere;
  private final Communities communities;
  private final Cursors cursors;
  private final Clock clock;

  Feeds(FeedStore store, Communities communities, Cursors cursors, Clock clock) {
    this.feeds = new ReadableFeeds(store);
    this.elsewhere = new Elsewhere(feeds, communities);
    this.communities = communities;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param condition whose community; empty for all
   * @param reader who asks
   * @param cursor of the page before; empty for the first page
   */
  record Wanted(
      Optional<String> condition, Sort sort, Reader reader, Optional<String> cursor, int limit) {
    private String binding() {
      return String.join(" ", "feed", condition.orElse("*"), sort.word(), reader.name());
    }
  }

  /**
   * A page.
   *
   * @param next the cursor of the next page; empty on the last
   * @param asOf the moment of the first page; the same on all that follow it
   * @param more what fills a quiet first page
   */
  record FeedPage(
      List<FeedEntry> items, Optional<String> next, Instant asOf, List<Elsewhere.More> more) {}

  /**
   * A page of a feed.
   *
   * @throws Failure NOT_FOUND for an unknown condition, MALFORMED for a cursor that is not of this
   *     list and caller
   */
  FeedPage page(Wanted wanted) {
    wanted.condition().ifPresent(communities::named);
    List<String> place =
        wanted
            .cursor()
            .map(sent -> cursors.open(wanted.binding(), sent))
            .orElseGet(() -> List.of("", Moment.of(clock.instant())));
    Optional<String> after = Optional.of(place.get(0)).filter(position -> !position.isEmpty());
    String asOf = place.get(1);
    Stretch<FeedEntry> stretch =
        feeds.page(wanted.condition(), wanted.sort(), wanted.reader(), after, wanted.limit());
    return new FeedPage(
        stretch.items(),
        stretch.next().map(next -> cursors.seal(wanted.binding(), List.of(next, asOf))),
        Moment.parse(asOf),
        after.isEmpty() ? more(wanted, stretch) : List.of());
  }

  private List<Elsewhere.More> more(Wanted wanted, Stretch<FeedEntry> own) {
    boolean quiet = own.next().isEmpty() && own.items().size() < QUIET;
    return quiet
        ? wanted.condition().map(id -> elsewhere.fill(id, wanted.reader())).orElse(List.of())
        : List.of();
  }
}
