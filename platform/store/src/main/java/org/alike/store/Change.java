package org.alike.store;

import java.util.Optional;

/**
 * How one item changed, as the table's stream tells it.
 *
 * @param before the item as it was; empty when it was new
 * @param after the item as it is now; empty when it was removed
 */
public record Change(Optional<Item> before, Optional<Item> after) {}
