package org.alike.members;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail that waits in the outbox. It holds an address and perhaps a token, never anything about
 * health and nothing that a stranger could have written.
 *
 * @param id names it
 * @param kind what it says
 * @param to the mailbox
 * @param token for the link of a {@code CONFIRM} letter
 * @param expires of no use to anybody afterwards
 */
record Letter(String id, Kind kind, Mailbox to, Optional<Token> token, Instant expires) {

  /** What a letter says. */
  enum Kind {
    /** Here is the link that confirms your address. */
    CONFIRM,
    /** Somebody signed up with your address, but you are a member already. */
    ALREADY_MEMBER
  }
}
