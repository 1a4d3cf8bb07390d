package org.alike.discussions;

import java.util.List;

/**
 * Some of a list.
 *
 * @param items in the list's order
 * @param more whether there are any behind them
 */
record Slice<T>(List<T> items, boolean more) {
  Slice {
    items = List.copyOf(items);
  }
}
