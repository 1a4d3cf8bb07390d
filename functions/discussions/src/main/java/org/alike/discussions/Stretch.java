package org.alike.discussions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page of what a reader sees.
 *
 * @param items in their order
 * @param next the position behind which the next page begins; empty when there is none. A page may
 *     be short and have a next one only where somebody sees next to nothing of very much
 */
record Stretch<T>(List<T> items, Optional<String> next) {
  /** Keeps its own copy. */
  Stretch {
    items = List.copyOf(items);
  }

  /** The first entries of several lists, merged by position. */
  static <T> Stretch<T> of(List<Visible<T>> lists, Comparator<String> order, int limit) {
    List<T> items = new ArrayList<>();
    Optional<String> last = Optional.empty();
    while (items.size() < limit) {
      Optional<Visible<T>> first = first(lists, order);
      Optional<String> tired = lists.stream().flatMap(one -> one.tired().stream()).min(order);
      if (first.isEmpty() || tired.map(end -> behind(first.get(), end, order)).orElse(false)) {
        return new Stretch<>(items, tired);
      }
      T item = first.get().take();
      last = Optional.of(first.get().position(item));
      items.add(item);
    }
    return new Stretch<>(
        items, lists.stream().anyMatch(Visible::hasMore) ? last : Optional.empty());
  }

  private static <T> Optional<Visible<T>> first(List<Visible<T>> lists, Comparator<String> order) {
    return lists.stream()
        .filter(list -> list.next().isPresent())
        .min(Comparator.comparing(list -> list.position(list.next().orElseThrow()), order));
  }

  /** What stands behind the end of a tired list may not be shown before the rest of that list. */
  private static <T> boolean behind(Visible<T> list, String end, Comparator<String> order) {
    return order.compare(list.position(list.next().orElseThrow()), end) > 0;
  }
}
