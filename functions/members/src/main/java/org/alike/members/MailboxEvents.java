package org.alike.members;

import java.time.Instant;
import java.util.List;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/**
 * That somebody was erased whose mailbox this once was: features that keep something by a mailbox
 * forget it, as they do for the last one. Pure.
 */
final class MailboxEvents {
  private MailboxEvents() {}

  static List<DomainEvent> of(Change change) {
    return change
        .before()
        .filter(item -> change.after().isEmpty())
        .flatMap(item -> MemberKeys.formerMailbox(item.key()).map(digest -> event(item, digest)))
        .stream()
        .toList();
  }

  private static DomainEvent event(Item item, String digest) {
    String member = MemberKeys.member(item.key());
    return DomainEvent.of(
        "MailboxForgotten",
        member + "/" + digest,
        1,
        Instant.parse(item.text("left")),
        item.cause(),
        Json.of("memberId", member, "mailbox", digest));
  }
}
