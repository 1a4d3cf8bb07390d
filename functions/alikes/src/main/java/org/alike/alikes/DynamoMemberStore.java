package org.alike.alikes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * The members in the Alikes table: a profile each, and in the same transaction an entry in the log
 * of each cohort. An event of one member writes nothing that an event of another does. Thread-safe.
 */
final class DynamoMemberStore implements MemberStore {
  private static final String PROFILE = "PROFILE";

  /** Nobody blocks so many, or is blocked by so many; then nobody is shown rather than too many. */
  private static final int MOST_PARTED = 2_000;

  private final DynamoTable table;
  private final Clock clock;

  DynamoMemberStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<Membership> find(String memberId) {
    return table.get(key(memberId)).map(StoredMember::membership);
  }

  @Override
  public Optional<Standing> findStanding(String memberId) {
    Page page =
        table.query(Query.partition(partition(memberId)).descending().limit(MOST_PARTED + 1));
    if (page.next() != null) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "There are too many blocks around this membership.");
    }
    Set<String> parted =
        page.items().stream()
            .flatMap(item -> DynamoPartingStore.other(item).stream())
            .collect(Collectors.toSet());
    return page.items().stream()
        .filter(item -> item.key().sort().equals(PROFILE))
        .findFirst()
        .map(item -> new Standing(StoredMember.membership(item), parted));
  }

  @Override
  public List<Joined> findAll(Collection<String> memberIds) {
    return table.getAllEventually(memberIds.stream().map(DynamoMemberStore::key).toList()).stream()
        .map(StoredMember::membership)
        .filter(Joined.class::isInstance)
        .map(Joined.class::cast)
        .toList();
  }

  @Override
  public boolean replace(Optional<Membership> known, Membership next) {
    List<Write> writes = new ArrayList<>();
    writes.add(unlessChanged(Write.put(StoredMember.item(next)), known));
    if (next instanceof Joined joined) {
      LogEntry entry = LogEntry.of(joined.row());
      next.cohorts().forEach(cohort -> writes.add(DynamoCohortStore.logged(cohort, entry)));
    }
    LogEntry mark = LogEntry.gone(next.id(), next.version());
    known.stream()
        .flatMap(before -> before.cohorts().stream())
        .filter(cohort -> !next.cohorts().contains(cohort))
        .forEach(cohort -> writes.add(DynamoCohortStore.logged(cohort, mark)));
    if (wishesNews(Optional.of(next))) {
      writes.add(DynamoWatchStore.watching(next.id(), clock.instant()));
    } else if (wishesNews(known)) {
      writes.add(DynamoWatchStore.ending(next.id()));
    }
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public void settle(Membership membership) {
    table.write(
        Write.put(StoredMember.item(membership.leaving(List.of())))
            .when(
                "#version = ? AND attribute_" + exists(membership) + "(#erased)",
                membership.version()));
  }

  private static String exists(Membership membership) {
    return membership instanceof Erased ? "exists" : "not_exists";
  }

  private static boolean wishesNews(Optional<Membership> membership) {
    return membership
        .filter(one -> one instanceof Joined joined && joined.person().wishes().news())
        .isPresent();
  }

  private Write unlessChanged(Write write, Optional<Membership> known) {
    return known
        .map(before -> write.when("#version = ?", before.version()))
        .orElseGet(
            () ->
                write.when(
                    "attribute_not_exists(#pk) OR #expires <= ?",
                    clock.instant().getEpochSecond()));
  }

  static String partition(String memberId) {
    return "MEMBER#" + memberId;
  }

  static Key key(String memberId) {
    return Key.of(partition(memberId), PROFILE);
  }
}
