package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/**
 * What a change of a tie means to the other features: who may see whom no longer, or again. Pure.
 */
final class BlockEvents {
  private BlockEvents() {}

  /**
   * One event for each time that the tie's own member blocked or unblocked the other. A block that
   * went with an erased member is told as one that ended, so that nobody keeps it.
   */
  static List<DomainEvent> of(Change change) {
    long before = change.before().map(item -> item.number(StoredTie.VERSION)).orElse(0L);
    return change
        .after()
        .or(
            () ->
                change.before().filter(item -> item.flag(StoredTie.BLOCKS)).map(BlockEvents::ended))
        .filter(item -> MemberKeys.isTie(item.key()) && item.number(StoredTie.VERSION) > before)
        .flatMap(BlockEvents::event)
        .stream()
        .toList();
  }

  private static Item ended(Item item) {
    return item.with(StoredTie.BLOCKS, false)
        .with(StoredTie.VERSION, item.number(StoredTie.VERSION) + 1);
  }

  private static Optional<DomainEvent> event(Item item) {
    String blocker = MemberKeys.member(item.key());
    String blocked = MemberKeys.other(item.key());
    return item.find(StoredTie.SINCE)
        .map(Instant::parse)
        .map(
            since ->
                DomainEvent.of(
                    item.flag(StoredTie.BLOCKS) ? "MembersParted" : "MembersReunited",
                    blocker + "/" + blocked,
                    item.number(StoredTie.VERSION),
                    since,
                    item.cause(),
                    Json.of("blocker", blocker, "blocked", blocked)));
  }
}
