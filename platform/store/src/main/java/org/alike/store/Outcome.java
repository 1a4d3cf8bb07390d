package org.alike.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a write ended: done, or refused because the condition of one of its parts did not hold.
 *
 * @param refused index of the part whose condition did not hold, or -1 when all was written
 * @param found the item that stood in the way, when there was one
 */
public record Outcome(int refused, @Nullable Item found) {
  static final Outcome DONE = new Outcome(-1, null);

  /** Whether everything was written. */
  public boolean done() {
    return refused < 0;
  }

  /** Whether this part's condition did not hold. */
  public boolean refusedAt(int part) {
    return refused == part;
  }

  /** The item that stood in the way. */
  public Optional<Item> existing() {
    return Optional.ofNullable(found);
  }
}
