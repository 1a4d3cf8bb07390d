package org.alike.forms;

import java.util.Optional;

/** Sends mail. */
interface Mail {
  /**
   * One mail, in plain text. Programs are told that no person wrote it, so that none answers.
   *
   * @param to the mailbox
   * @param subject on one line
   * @param text what it says
   * @param replyTo where answers go, if not to the sender
   */
  record Message(String to, String subject, String text, Optional<String> replyTo) {}

  /** How it went. */
  enum Sent {
    /** It is on its way, and no longer our concern. */
    ACCEPTED,
    /** The same mail may be accepted later. */
    LATER,
    /** This very mail is not wanted, whoever else's may be. */
    REFUSED
  }

  Sent send(Message message);
}
