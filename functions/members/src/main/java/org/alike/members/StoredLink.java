package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import org.alike.store.Item;
import org.alike.store.Write;

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

  /** A link by which a member's wish for another address is confirmed. */
  static Item openFor(String member, String token, Instant validUntil) {
    return Item.of(Keys.token(token))
        .with(STATE, OPEN)
        .with("member", member)
        .with("validUntil", validUntil.getEpochSecond())
        .expiring(validUntil.plus(KNOWN));
  }

  /** Uses a link up; refused when it is no longer open. */
  static Write using(String token, Instant now) {
    return Write.put(spent(token, now)).when("#state = ?", OPEN);
  }

  static Item spent(String token, Instant now) {
    return Item.of(Keys.token(token)).with(STATE, "spent").expiring(now.plus(KNOWN));
  }

  static boolean isOpen(Item link, Instant now) {
    return link.text(STATE).equals(OPEN) && link.number("validUntil") > now.getEpochSecond();
  }
}
