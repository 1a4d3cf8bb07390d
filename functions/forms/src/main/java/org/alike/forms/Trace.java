package org.alike.forms;

import java.time.Instant;

/**
 * What a submission leaves behind for a while: the same content is recognised by it, and so is a
 * network that sends much. Holds digests only.
 *
 * @param network where it came from
 * @param content names form, sender and content
 * @param text names its longest text; empty where that says nothing
 * @param same as long as this, a second one is the same
 * @param counted as long as this, it counts for the network
 * @param period in which it was left
 */
record Trace(
    String network, String content, String text, Instant same, Instant counted, Period period) {

  /** Whether both are of one submission, which leaves two where a period has just begun. */
  boolean isOf(Trace other) {
    return content.equals(other.content) && same.equals(other.same);
  }

  /** The same in the period before, where it does not count. */
  Trace before() {
    return new Trace(network, content, text, same, same, period.before());
  }
}
