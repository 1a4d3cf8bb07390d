package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import org.alike.store.Item;

/**
 * A confirmation link as the table keeps it, under the digest of its token. Once it is spent,
 * nothing is left in it that leads to a person.
 */
final class StoredLink {
  /** So long a link that no longer works says why; afterwards it is as if it had never been. */
  private static final Duration KNOWN = Duration.ofDays(30);

  static final String STATE = "state";
  static final String OPEN = "open";

  private StoredLink() {}

  static Item open(String token, String mailbox, Instant validUntil) {
    return Item.of(Keys.token(token))
        .with(STATE, OPEN)
        .with("mailbox", mailbox)
        .with("validUntil", validUntil.getEpochSecond())
        .expiring(validUntil.plus(KNOWN));
  }

  static Item spent(String token, Instant now) {
    return Item.of(Keys.token(token)).with(STATE, "spent").expiring(now.plus(KNOWN));
  }

  static boolean isOpen(Item link, Instant now) {
    return link.text(STATE).equals(OPEN) && link.number("validUntil") > now.getEpochSecond();
  }
}
