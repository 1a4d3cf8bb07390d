package org.alike.discussions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;

/** Shows threads and their replies to whoever may read them. Thread-safe. */
final class Threads {
  private final PostStore posts;
  private final Cursors cursors;

  Threads(PostStore posts, Cursors cursors) {
    this.posts = posts;
    this.cursors = cursors;
  }

  /** A thread and what happened in it so far. */
  record Shown(DiscussionThread thread, PostStore.Activity activity) {}

  /** Some replies and the cursor of what is behind them. */
  record Replies(List<Reply> items, Optional<String> next) {}

  /**
   * The thread with this id.
   *
   * @throws Failure NOT_FOUND when there is none that this caller may know of
   */
  static DiscussionThread found(PostStore posts, String id, Reader reader) {
    return Optional.of(id)
        .filter(Ids::isId)
        .flatMap(posts::thread)
        .filter(reader::sees)
        .orElseThrow(Threads::noSuchThread);
  }

  /** The failure of naming a thread that is not there, or not for this caller. */
  static Failure noSuchThread() {
    return Failure.notFound("There is no such discussion.");
  }

  /** A thread. */
  Shown thread(String id, Reader reader) {
    DiscussionThread thread = found(posts, id, reader);
    return new Shown(thread, posts.activity(thread));
  }

  /**
   * Replies in the order they were posted. Nothing moves in this order: whoever pages sees each
   * reply once, new ones at the end.
   */
  Replies replies(String id, Reader reader, Optional<String> cursor, int limit) {
    String binding = "replies " + id + " " + reader.name();
    Optional<String> after = cursor.map(sent -> cursors.open(binding, sent).get(0));
    found(posts, id, reader);
    Visible<Reply> seen =
        new Visible<>(
            from -> posts.replies(id, from, limit),
            Reply::id,
            after,
            reply -> reader.sees(reply.author()),
            !reader.isApart());
    Stretch<Reply> stretch = Stretch.of(List.of(seen), Comparator.naturalOrder(), limit);
    return new Replies(
        stretch.items(), stretch.next().map(next -> cursors.seal(binding, List.of(next))));
  }
}
