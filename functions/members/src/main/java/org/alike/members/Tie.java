package org.alike.members;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands between two members, as one of them has it. Both have one, and both change in the
 * same transaction.
 *
 * @param other the other member
 * @param blocks whether this member has blocked the other
 * @param blockedBy whether the other has blocked this one
 * @param version grows whenever this member blocks or unblocks the other, and is remembered
 * @param partings how often one of the two has blocked the other so far; what began before the last
 *     time is over
 * @param since when this member blocked or unblocked the other last
 */
record Tie(
    String other,
    boolean blocks,
    boolean blockedBy,
    long version,
    long partings,
    Optional<Instant> since) {

  /** Between two who never blocked each other. */
  static Tie none(String other) {
    return new Tie(other, false, false, 0, 0, Optional.empty());
  }

  /** Whether neither may see the other. */
  boolean parts() {
    return blocks || blockedBy;
  }

  /** The tie after this member has blocked the other. */
  Tie blocking(Instant now) {
    return new Tie(other, true, blockedBy, version + 1, partings + 1, Optional.of(now));
  }

  /** The tie after this member has let go of it. */
  Tie unblocking(Instant now) {
    return new Tie(other, false, blockedBy, version + 1, partings, Optional.of(now));
  }
}
