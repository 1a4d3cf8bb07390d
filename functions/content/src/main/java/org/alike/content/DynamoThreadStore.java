package org.alike.content;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Public threads in the Content table: one small item a thread in one partition, by id and so by
 * age. A thread that was closed to strangers leaves its version behind for thirty days; one that
 * never was open leaves nothing. Thread-safe.
 */
final class DynamoThreadStore implements ThreadStore {
  private static final String PARTITION = "THREADS";
  private static final int ATTEMPTS = 5;
  private final DynamoTable table;
  private final Clock clock;

  DynamoThreadStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void keep(PublicThread told) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (told.neverOpen() || add(told)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  @Override
  public List<PublicThread> newest(int most) {
    return table.query(Query.partition(PARTITION).descending().limit(most)).items().stream()
        .map(DynamoThreadStore::thread)
        .filter(PublicThread::open)
        .toList();
  }

  /** False when another event of the same thread was quicker. */
  private boolean add(PublicThread told) {
    Optional<PublicThread> known = table.get(key(told.id())).map(DynamoThreadStore::thread);
    PublicThread next = known.map(told::and).orElse(told);
    return known.filter(next::equals).isPresent()
        || table.write(unlessChanged(Write.put(item(next)), known)).done();
  }

  private Write unlessChanged(Write write, Optional<PublicThread> known) {
    return known
        .map(
            before ->
                write.when(
                    "#version = ? AND #changed = ?", before.version(), before.changed().toString()))
        .orElseGet(
            () ->
                write.when(
                    "attribute_not_exists(#pk) OR #expires <= ?",
                    clock.instant().getEpochSecond()));
  }

  private static Item item(PublicThread thread) {
    Item item =
        Item.of(key(thread.id()))
            .with("version", thread.version())
            .with("open", thread.open())
            .with("changed", thread.changed().toString());
    return thread.open() ? item : item.expiring(thread.forgotten());
  }

  private static PublicThread thread(Item item) {
    return new PublicThread(
        item.key().sort(),
        item.number("version"),
        item.flag("open"),
        Instant.parse(item.text("changed")));
  }

  private static Key key(String thread) {
    return Key.of(PARTITION, thread);
  }
}
