package org.alike.members;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;

/**
 * Keeps what members wrote in discussions, for the copy of everything that they may take along, as
 * the bus tells of it: twice, late or out of order. Thread-safe.
 */
final class Posts {
  /** Longer than the bus may deliver an old event again. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final PostStore store;
  private final Clock clock;

  Posts(PostStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** {@code ThreadPosted} and {@code ReplyPosted}; a post without an author is nobody's. */
  void posted(DomainEvent event) {
    author(event)
        .ifPresentOrElse(
            author -> store.keep(Post.of(event), author, event.version()), () -> removed(event));
  }

  /** {@code PostRemoved}. */
  void removed(DomainEvent event) {
    store.forget(Post.Id.of(event), event.version(), clock.instant().plus(REMEMBERED));
  }

  private static Optional<String> author(DomainEvent event) {
    return Json.asObject(event.data().get("author"))
        .map(author -> String.valueOf(author.get("id")));
  }
}
