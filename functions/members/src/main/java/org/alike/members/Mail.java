package org.alike.members;

import java.util.Optional;

/** Sends mail. */
interface Mail {
  /**
   * One mail, in plain text.
   *
   * @param to the mailbox
   * @param subject on one line
   * @param text what it says
   * @param unsubscribe the page where such mails can be ended, for those that can
   */
  record Message(Mailbox to, String subject, String text, Optional<String> unsubscribe) {
    /** One that has to be. */
    Message(Mailbox to, String subject, String text) {
      this(to, subject, text, Optional.empty());
    }
  }

  /** How it went. */
  enum Delivery {
    /** It is on its way, and no longer our concern. */
    ACCEPTED,
    /** The same mail may be accepted later. */
    LATER,
    /** This very mail is not wanted, whoever else's may be. */
    REFUSED
  }

  Delivery send(Message message);
}
