package org.alike.forms;

/**
 * How a try to deliver something ended.
 *
 * @param verdict what follows from it
 * @param result the reason in one word of ours, or an HTTP status; never what the other side wrote
 */
record Attempt(Verdict verdict, String result) {
  /** What follows from a try. */
  enum Verdict {
    /** It has arrived. */
    DELIVERED,
    /** The same may arrive later. */
    LATER,
    /** The same will never arrive. */
    NEVER,
    /** There is no need for it, or it would be one too many. */
    NEEDLESS,
    /** Its submission is in quarantine. */
    QUARANTINED
  }

  static Attempt delivered(String result) {
    return new Attempt(Verdict.DELIVERED, result);
  }

  static Attempt later(String result) {
    return new Attempt(Verdict.LATER, result);
  }

  static Attempt never(String result) {
    return new Attempt(Verdict.NEVER, result);
  }

  static Attempt needless(String result) {
    return new Attempt(Verdict.NEEDLESS, result);
  }

  static Attempt quarantined() {
    return new Attempt(Verdict.QUARANTINED, "quarantined");
  }
}
