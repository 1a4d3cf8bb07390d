package org.alike.members;

/** Sends mail. */
interface Mail {
  /**
   * One mail, in plain text.
   *
   * @param to the mailbox
   * @param subject on one line
   * @param text what it says
   */
  record Message(Mailbox to, String subject, String text) {}

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
