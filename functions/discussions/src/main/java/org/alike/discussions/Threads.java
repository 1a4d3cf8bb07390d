package org.alike.discussions;

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
  static DiscussionThread found(PostStore posts, String id, Optional<String> member) {
    return Optional.of(id)
        .filter(Ids::isId)
        .flatMap(posts::thread)
        .filter(thread -> thread.readableBy(member))
        .orElseThrow(() -> Failure.notFound("There is no such discussion."));
  }

  /** A thread; a stranger is empty. */
  Shown thread(String id, Optional<String> member) {
    DiscussionThread thread = found(posts, id, member);
    return new Shown(thread, posts.activity(thread));
  }

  /**
   * Replies in the order they were posted. Nothing moves in this order: whoever pages sees each
   * reply once, new ones at the end.
   */
  Replies replies(String id, Optional<String> member, Optional<String> cursor, int limit) {
    String binding = "replies " + id + " " + Visitor.of(member);
    Optional<String> after = cursor.map(sent -> cursors.open(binding, sent).get(0));
    found(posts, id, member);
    Slice<Reply> slice = posts.replies(id, after, limit);
    Optional<String> next =
        slice.more()
            ? Optional.of(cursors.seal(binding, List.of(last(slice.items()).id())))
            : Optional.empty();
    return new Replies(slice.items(), next);
  }

  private static Reply last(List<Reply> replies) {
    return replies.get(replies.size() - 1);
  }
}
