package org.alike.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request of a query has read.
 *
 * @param items in the query's order, without those that have expired
 * @param read how many were read, expired ones included
 * @param next the place behind the last that was read, or null at the end
 */
public record Portion(List<Item> items, int read, @Nullable List<String> next) {
  /** Keeps its own copy. */
  public Portion {
    items = List.copyOf(items);
  }
}
