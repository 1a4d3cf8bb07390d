package org.alike.forms;

import java.time.Instant;
import java.util.Locale;

/**
 * One message about a submission, to one receiver, and what became of it.
 *
 * @param id what kind of message it is, and for whom
 * @param state what became of it
 * @param attempts how often it was tried
 * @param result how the last try ended, in one word
 * @param at when it was tried last
 * @param next when it is tried next, as long as it is due
 */
record Part(String id, State state, int attempts, String result, Instant at, Instant next) {
  /** The mail that asks whoever reads a mailbox whether they want a newsletter. */
  static final String CONFIRM = "confirm";

  /** The owner's mail for whoever sent the form. */
  static final String AUTORESPONSE = "autoresponse";

  /** How the ids of mails to the owner's addresses begin. */
  static final String MAIL = "mail-";

  /** How the ids of messages to webhooks begin. */
  static final String HOOK = "hook-";

  /** How the ids of messages to webhooks about the end of a subscription begin. */
  static final String ENDED = "ended-";

  private static final String NOTHING_YET = "-";

  /** What became of a message. */
  enum State {
    /** It is to be tried, for the first time or again. */
    DUE,
    /** It has arrived. */
    DONE,
    /** There is no need for it any more, or it would be one too many. */
    SKIPPED,
    /** It is to be tried if its owner lets the submission out of quarantine. */
    HELD,
    /** It was tried as often as it is, or can't ever arrive. */
    DEAD
  }

  /** A message that was never tried. */
  static Part fresh(String id, Instant now) {
    return new Part(id, State.DUE, 0, NOTHING_YET, now, now);
  }

  boolean isDueAt(Instant now) {
    return state == State.DUE && !next.isAfter(now);
  }

  boolean isHook() {
    return id.startsWith(HOOK) || id.startsWith(ENDED);
  }

  /** Which of the receivers of its kind. */
  String receiver() {
    return id.substring(id.indexOf('-') + 1);
  }

  /** To be tried at this moment, as if it never had been. */
  Part again(Instant when) {
    return new Part(id, State.DUE, 0, result, at, when);
  }

  /** Not tried this time. */
  Part postponed(Instant until) {
    return new Part(id, State.DUE, attempts, result, at, until);
  }

  /** After a try. */
  Part after(Attempt attempt, Instant now, Retries retries) {
    return switch (attempt.verdict()) {
      case DELIVERED -> ended(State.DONE, attempts + 1, attempt, now);
      case NEEDLESS -> ended(State.SKIPPED, attempts, attempt, now);
      case QUARANTINED -> ended(State.HELD, attempts, attempt, now);
      case NEVER -> ended(State.DEAD, attempts + 1, attempt, now);
      case LATER -> {
        int tried = attempts + 1;
        yield retries
            .after(tried, now)
            .map(when -> new Part(id, State.DUE, tried, attempt.result(), now, when))
            .orElseGet(() -> ended(State.DEAD, tried, attempt, now));
      }
    };
  }

  private Part ended(State end, int tried, Attempt attempt, Instant now) {
    return new Part(id, end, tried, attempt.result(), now, now);
  }

  /** As the table keeps it: short, since there are several for each submission. */
  String text() {
    return String.join(
        " ",
        id,
        state.name().toLowerCase(Locale.ROOT),
        Integer.toString(attempts),
        result,
        Long.toString(at.getEpochSecond()),
        Long.toString(next.getEpochSecond()));
  }

  static Part of(String text) {
    String[] parts = text.split(" ", -1);
    return new Part(
        parts[0],
        State.valueOf(parts[1].toUpperCase(Locale.ROOT)),
        Integer.parseInt(parts[2]),
        parts[3],
        Instant.ofEpochSecond(Long.parseLong(parts[4])),
        Instant.ofEpochSecond(Long.parseLong(parts[5])));
  }
}
