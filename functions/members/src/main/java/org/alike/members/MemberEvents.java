package org.alike.members;

import java.util.List;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/** What a change of the members' table means to the other features. Pure. */
final class MemberEvents {
  private MemberEvents() {}

  /** One event for each new version of a member; nothing for any other change. */
  static List<DomainEvent> of(Change change) {
    Optional<Item> after = change.after().filter(item -> MemberKeys.isProfile(item.key()));
    long before = change.before().map(item -> item.number(StoredMember.VERSION)).orElse(0L);
    return after
        .filter(item -> item.number(StoredMember.VERSION) > before)
        .flatMap(item -> erased(item, change.before()).or(() -> changed(item)))
        .stream()
        .toList();
  }

  /** With the mailbox's digest, as long as the stream still tells it: the tombstone does not. */
  private static Optional<DomainEvent> erased(Item item, Optional<Item> before) {
    String id = MemberKeys.member(item.key());
    return StoredMember.erased(item)
        .map(
            at ->
                DomainEvent.of(
                    "MemberErased",
                    id,
                    item.number(StoredMember.VERSION),
                    at,
                    item.cause(),
                    Json.of(
                        "memberId",
                        id,
                        "mailbox",
                        before.flatMap(StoredMember::member).map(m -> m.mailbox().digest()),
                        "posts",
                        item.find(StoredMember.POSTS).orElse(PostsChoice.ANONYMISE.word()))));
  }

  private static Optional<DomainEvent> changed(Item item) {
    return StoredMember.member(item)
        .map(
            member ->
                DomainEvent.of(
                    "MemberChanged",
                    member.id(),
                    member.version(),
                    member.changed(),
                    item.cause(),
                    MemberTold.data(member)));
  }
}
