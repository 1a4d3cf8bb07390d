package org.alike.members;

import java.util.Optional;
import org.alike.kernel.Digest;
import org.alike.kernel.EmailAddress;

/**
 * A person's mailbox, under its one identity (see {@link EmailAddress}).
 *
 * @param address where mail goes
 */
record Mailbox(String address) {

  /** The mailbox that was typed into a form. */
  static Optional<Mailbox> typed(String typed) {
    return EmailAddress.parse(typed).map(EmailAddress::identity).map(Mailbox::new);
  }

  /** The mailbox that somebody else has verified; empty when it only folds into one of ours. */
  static Optional<Mailbox> verified(String address) {
    return EmailAddress.parse(address)
        .filter(EmailAddress::exact)
        .map(EmailAddress::identity)
        .map(Mailbox::new);
  }

  /** What keys are made of, so that no key shows an address. */
  String digest() {
    return Digest.of(address);
  }
}
