package org.alike.discussions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a reader sees of one list, read as far as it is needed. Somebody apart from those who write
 * most must not make a request that never ends: after {@value #MOST_SLICES} slices it is
 * {@linkplain #tired}, and who pages goes on from where it got to. For one request; not
 * thread-safe.
 */
final class Visible<T> {
  private static final int MOST_SLICES = 20;
  private final Function<Optional<String>, Slice<T>> list;
  private final Function<T, String> position;
  private final Predicate<T> seen;
  private final boolean allSeen;
  private final Deque<T> read = new ArrayDeque<>();
  private Optional<String> reached;
  private boolean more = true;
  private int slices;

  /**
   * One list for one reader.
   *
   * @param list some of it, behind a position
   * @param position where an entry stands in it
   * @param after where to begin; empty for the beginning
   * @param seen what the reader sees
   * @param allSeen whether that is everything, so that whatever there is more of is seen
   */
  Visible(
      Function<Optional<String>, Slice<T>> list,
      Function<T, String> position,
      Optional<String> after,
      Predicate<T> seen,
      boolean allSeen) {
    this.list = list;
    this.position = position;
    this.seen = seen;
    this.allSeen = allSeen;
    this.reached = after;
  }

  /** The next entry, left where it is; empty at the end or when tired. */
  Optional<T> next() {
    while (read.isEmpty() && more && slices < MOST_SLICES) {
      Slice<T> slice = list.apply(reached);
      slices++;
      more = slice.more();
      slice.items().stream().filter(seen).forEach(read::add);
      if (!slice.items().isEmpty()) {
        reached = Optional.of(position.apply(slice.items().get(slice.items().size() - 1)));
      }
    }
    return Optional.ofNullable(read.peek());
  }

  /** Takes the next entry, which must be there. */
  T take() {
    return read.remove();
  }

  /** Where this entry stands. */
  String position(T entry) {
    return position.apply(entry);
  }

  /** Whether there is anything behind what was taken; a tired list does not know, and says yes. */
  boolean hasMore() {
    return !read.isEmpty() || (more && allSeen) || next().isPresent() || more;
  }

  /** Where it got to when it read as much as it may and has nothing to show; else empty. */
  Optional<String> tired() {
    return read.isEmpty() && more && slices >= MOST_SLICES ? reached : Optional.empty();
  }
}
