package org.alike.members;

import java.util.Optional;
import java.util.stream.Stream;
import org.alike.kernel.Marker;

/**
 * Keeps introductions, each on both sides. Every change is refused when one of the two has changed,
 * was erased or blocked in the meantime, or somebody else was faster; then nothing is changed.
 */
interface IntroductionStore {
  /** A member's introductions, newest first, behind this one; read as far as the stream is. */
  Stream<Introduction> newestFirst(String member, Optional<String> after);

  /** One of a member's introductions. */
  Optional<Introduction> find(String member, String id);

  /** How often a member asked. */
  Asking asking(String member);

  /**
   * Writes a new one, with a letter to the one who is asked.
   *
   * @param seen how often both asked, which is what the limits were judged by
   */
  boolean ask(Asked asked, Seen seen, Optional<Marker> marker);

  /** Both said yes. The letter goes to who asked. */
  boolean accept(Pair pair, Introduction received, Letter letter);

  /** Changes the side of who was asked only. */
  boolean decline(String member, Introduction received);

  /** Ends one that waits, on both sides, whether or not it was declined. */
  boolean withdraw(String member, Introduction sent);

  /** Two members, as they were when it was decided. */
  record Pair(Member asker, Member asked) {}

  /** What is written when somebody asks. */
  record Asked(Pair pair, Introduction sent, Asking asking, Letter letter) {}

  /** How often either of two had asked. */
  record Seen(Asking asker, Asking asked) {}
}
