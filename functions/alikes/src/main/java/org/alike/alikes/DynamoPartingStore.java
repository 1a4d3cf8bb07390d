package org.alike.alikes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Blocks in the Alikes table, beside the profiles of both, so that one query finds a member with
 * everybody the member does not meet. An ended block is kept with its version, so that a late event
 * does not bring it back. Thread-safe.
 */
final class DynamoPartingStore implements PartingStore {
  /** What this member has blocked, and by whom this member was blocked. */
  static final String BLOCKED = "BLOCK#";

  static final String BLOCKER = "BLOCKER#";
  private static final String NEWER = "attribute_not_exists(#pk) OR #version < ?";
  private static final int AT_ONCE = 25;
  private final DynamoTable table;

  DynamoPartingStore(DynamoTable table) {
    this.table = table;
  }

  /** The other member, when the item is a block that stands. */
  static Optional<String> other(Item item) {
    String sort = item.key().sort();
    String prefix = sort.startsWith(BLOCKED) ? BLOCKED : BLOCKER;
    return sort.startsWith(prefix) && item.flag("parted")
        ? Optional.of(sort.substring(prefix.length()))
        : Optional.empty();
  }

  @Override
  public void remember(Parting parting) {
    table.write(
        item(parting, parting.blocker(), BLOCKED + parting.blocked()),
        item(parting, parting.blocked(), BLOCKER + parting.blocker()),
        unlessErased(parting.blocker()),
        unlessErased(parting.blocked()));
  }

  @Override
  public void forget(String memberId) {
    for (String prefix : List.of(BLOCKED, BLOCKER)) {
      Query some =
          Query.partition(DynamoMemberStore.partition(memberId))
              .startingWith(prefix)
              .limit(AT_ONCE)
              .consistently();
      Page page = table.query(some);
      while (!page.items().isEmpty()) {
        delete(memberId, prefix, page.items());
        page = table.query(some);
      }
    }
  }

  private void delete(String memberId, String prefix, List<Item> items) {
    String opposite = prefix.equals(BLOCKED) ? BLOCKER : BLOCKED;
    List<Write> writes = new ArrayList<>();
    for (Item item : items) {
      String other = item.key().sort().substring(prefix.length());
      writes.add(Write.delete(item.key()));
      writes.add(Write.delete(Key.of(DynamoMemberStore.partition(other), opposite + memberId)));
    }
    table.write(writes, Optional.empty());
  }

  private static Write item(Parting parting, String memberId, String sort) {
    Item item =
        Item.of(Key.of(DynamoMemberStore.partition(memberId), sort))
            .with("version", parting.version())
            .with("parted", parting.parted());
    return Write.put(item).when(NEWER, parting.version());
  }

  private static Write unlessErased(String memberId) {
    return Write.check(DynamoMemberStore.key(memberId), "attribute_not_exists(#erased)");
  }
}
