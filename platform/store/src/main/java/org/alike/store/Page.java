package org.alike.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a query, and the place to go on from.
 *
 * @param items in the query's order
 * @param next the place behind the last item, or null when there is nothing more
 */
public record Page(List<Item> items, @Nullable List<String> next) {
  /** Keeps its own copy. */
  public Page {
    items = List.copyOf(items);
  }
}
