package org.alike.discussions;

import org.alike.kernel.DomainEvent;

/**
 * That a member has blocked another, or no longer does. Each may block the other; they are apart as
 * long as one does.
 *
 * @param blocker who asked for it
 * @param blocked whom
 * @param version grows with each change; remembered after the block ends
 * @param parted whether it holds
 */
record Block(String blocker, String blocked, long version, boolean parted) {
  /** What {@code MembersParted} or {@code MembersReunited} tells. */
  static Block told(DomainEvent event, boolean parted) {
    return new Block(event.text("blocker"), event.text("blocked"), event.version(), parted);
  }
}
