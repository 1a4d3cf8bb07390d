package org.alike.content;

import java.time.Duration;
import java.time.Instant;
import org.alike.kernel.DomainEvent;

/**
 * A thread as the sitemap knows it: where it is and when it changed, nothing that anybody wrote.
 *
 * @param id the thread's id; ids sort by when they were made
 * @param version of the thread that told whether it is public; 0 when only a reply told
 * @param open whether anybody may read it
 * @param changed when the thread or a reply in it changed last
 */
record PublicThread(String id, long version, boolean open, Instant changed) {
  /** For longer than an event can be late, so that none brings a closed thread back. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  private static final String PUBLIC = "public";

  /** What {@code ThreadPosted} tells, of a new thread as of a changed one. */
  static PublicThread posted(DomainEvent event) {
    return of(event, event.version());
  }

  /** What {@code ReplyPosted} tells of its thread. */
  static PublicThread replied(DomainEvent event) {
    return of(event, 0);
  }

  /** What {@code PostRemoved} tells of a thread. */
  static PublicThread removed(DomainEvent event) {
    return new PublicThread(event.text("threadId"), event.version(), false, event.time());
  }

  private static PublicThread of(DomainEvent event, long version) {
    boolean open = event.text("visibility").equals(PUBLIC);
    return new PublicThread(event.text("threadId"), version, open, event.time());
  }

  /** Whether there is nothing to remember: it is closed, and was so from its first version. */
  boolean neverOpen() {
    return !open && version <= 1;
  }

  /** Both together: the higher version says who may read it. The order makes no difference. */
  PublicThread and(PublicThread other) {
    PublicThread newer = other.version > version ? other : this;
    Instant later = other.changed.isAfter(changed) ? other.changed : changed;
    return new PublicThread(id, newer.version, newer.open, later);
  }

  /** When it need not be remembered any more that it is closed. */
  Instant forgotten() {
    return changed.plus(REMEMBERED);
  }
}
