package org.alike.mail;

import java.util.Map;
import java.util.Optional;

/** Sends mail. */
public interface Mail {
  /**
   * One mail, in plain text.
   *
   * @param to the mailbox
   * @param subject on one line
   * @param text what it says
   * @param replyTo where answers go, if not to the sender
   * @param headers others by name, for mail programs to act on
   */
  record Message(
      String to,
      String subject,
      String text,
      Optional<String> replyTo,
      Map<String, String> headers) {
    /** Keeps its own copy. */
    public Message {
      headers = Map.copyOf(headers);
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

  /** Sends it, or says that it could not be sent; never throws for that. */
  Delivery send(Message message);
}
