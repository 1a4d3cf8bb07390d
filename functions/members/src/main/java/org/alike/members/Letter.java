package org.alike.members;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail that waits in the outbox. It holds an address or a member's id and perhaps a token, never
 * anything about health and nothing that a stranger could have written.
 *
 * @param id names it
 * @param kind why it is written
 * @param to for whom
 * @param token for the link of those that have one
 * @param expires of no use to anybody afterwards
 * @param franked whether it was counted for its mailbox
 */
record Letter(
    String id, Kind kind, Addressee to, Optional<Token> token, Instant expires, boolean franked) {

  /** Why a letter is written. */
  enum Kind {
    /** Here is the link that confirms your address. */
    CONFIRM,
    /** Somebody signed up with your address, but you are a member already. */
    ALREADY_MEMBER,
    /** Somebody asked for the link once more; it may turn out that there is nothing to send. */
    RESEND,
    /** Is this to be the address of an account? */
    NEW_ADDRESS,
    /** Is the address of your account to be another one? */
    OLD_ADDRESS,
    /** Somebody would like to get in touch. */
    INTRODUCTION,
    /** Somebody you asked said yes. */
    INTRODUCTION_ACCEPTED,
    /** Somebody close to you has joined. */
    NEWS;

    /** Whether nobody waits for it: such letters leave some of a mailbox's day to the others. */
    boolean canBeMissed() {
      return this == INTRODUCTION || this == INTRODUCTION_ACCEPTED || this == NEWS;
    }
  }

  /** For whom a letter is. */
  sealed interface Addressee {
    /** Whoever reads this mailbox. */
    record Reader(Mailbox mailbox) implements Addressee {}

    /** This member, at the address they have when it is sent; nobody once they are erased. */
    record OfMember(String id) implements Addressee {}
  }

  /** A letter to a mailbox that was counted before it was written. */
  static Letter franked(String id, Kind kind, Mailbox to, Optional<Token> token, Instant expires) {
    return new Letter(id, kind, new Addressee.Reader(to), token, expires, true);
  }

  /** A letter that is counted when it is sent. */
  static Letter unfranked(
      String id, Kind kind, Addressee to, Optional<Token> token, Instant expires) {
    return new Letter(id, kind, to, token, expires, false);
  }

  /** The same letter, once it was counted. */
  Letter counted() {
    return new Letter(id, kind, to, token, expires, true);
  }
}
