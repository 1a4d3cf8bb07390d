package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;

/** The letters that wait to be sent. */
interface Outbox {
  /** Puts a letter in, unless one of its id waits already; with the marker of who asks for it. */
  void put(Letter letter, Optional<Marker> marker, Instant now);

  /** Some of the letters that nobody is sending. */
  List<Letter> waiting(Instant now);

  /**
   * Takes a letter for sending, so that nobody else sends it at the same time. Whoever takes one
   * and never comes back loses it to the next who asks, after a while.
   *
   * @return false when it is gone, or somebody else is sending it
   */
  boolean take(Letter letter, Instant now);

  /** Puts a letter back that could not be sent. */
  void putBack(Letter letter);

  /** Removes a letter that was sent. */
  void remove(Letter letter);
}
