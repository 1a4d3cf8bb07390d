package org.alike.content;

import java.util.function.Consumer;

/** Keeps what members have, and how many have what. Implementations are thread-safe. */
interface UsageStore {
  /** Notes this of a member, unless something newer is known. Repeatable. */
  void keep(Usage usage);

  /** Hands on what each member has, in no order; a write of the last second may be missing. */
  void each(Consumer<Usage.Of> reader);

  /** The numbers as they were counted last; a write of the last second may be missing. */
  Tally tally();

  /** Replaces the numbers, if they are others. */
  void keep(Tally tally);
}
