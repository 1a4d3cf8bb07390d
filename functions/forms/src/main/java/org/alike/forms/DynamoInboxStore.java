package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/** The owners' side of the feature's table. Thread-safe. */
final class DynamoInboxStore implements InboxStore {
  private static final String STATUS = "status";
  private static final String MARK = "mark";
  private static final String NAMES = "names";
  private static final Duration EXPORTED_WITHIN = Duration.ofDays(1);
  private final DynamoTable table;
  private final Clock clock;

  DynamoInboxStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<InboxItem> find(String form, String id) {
    return table.get(SubmissionKeys.submission(form, id)).flatMap(DynamoInboxStore::inboxItem);
  }

  @Override
  public InboxReader.Partitions partitions(String form, String... attributes) {
    return (shard, behind, most, newestFirst) -> {
      Query query =
          Query.partition(SubmissionKeys.inbox(form, shard))
              .after(SubmissionKeys.place(form, shard, behind))
              .limit(most);
      return table.portion(newestFirst ? query.descending() : query, attributes);
    };
  }

  /**
   * Only the owner's own attributes are written, so that nobody else's are lost. The stream tells
   * of what was let out of quarantine; what it loses, the reminder brings back.
   */
  @Override
  public boolean change(InboxItem before, InboxItem after) {
    Write write =
        Write.update(
            key(before),
            "SET #status = ?, #mark = ?, #version = ?, #changedAt = ?",
            after.submission().status().name().toLowerCase(Locale.ROOT),
            after.mark().word(),
            after.version(),
            clock.instant().toString());
    List<Write> writes = new ArrayList<>(List.of(unchanged(write, before)));
    if (after.submission().isAccepted() && !before.submission().isAccepted()) {
      writes.add(DeliveryStore.reminder(after.submission(), clock.instant()));
    }
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public boolean delete(InboxItem item) {
    Item gone = DynamoSubmissionStore.gone(key(item), clock.instant());
    List<Write> writes = new ArrayList<>();
    // Alone it is told as one's own: what is gone is gone, whoever did it.
    writes.add(unchanged(Write.put(gone), item).recognised());
    item.submission()
        .sender()
        .map(sender -> SubmissionKeys.bySender(sender, item.submission().id()))
        .map(Write::delete)
        .ifPresent(writes::add);
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public boolean isDeleted(String form, String id) {
    return table
        .get(SubmissionKeys.submission(form, id))
        .filter(item -> item.text(STATUS).equals(DynamoSubmissionStore.GONE))
        .isPresent();
  }

  @Override
  public void keepColumns(String export, List<String> names) {
    Item item = Item.of(columnsKey(export)).with(NAMES, names);
    table.write(Write.put(item.expiring(clock.instant().plus(EXPORTED_WITHIN))));
  }

  @Override
  public Optional<List<String>> columns(String export) {
    return table.get(columnsKey(export)).map(item -> item.texts(NAMES));
  }

  /** The submission that an item of the table is; empty for all others. */
  static Optional<InboxItem> inboxItem(Item item) {
    return DynamoSubmissionStore.submission(item)
        .map(
            submission ->
                new InboxItem(
                    submission,
                    item.find(MARK).map(Mark::of).orElse(Mark.NONE),
                    item.flag("urgent"),
                    item.number("version")));
  }

  /** A comparison with an attribute that isn't there may hold: so each is asked for first. */
  private static Write unchanged(Write write, InboxItem item) {
    String there = "attribute_exists(#pk) AND #status <> ? AND ";
    return item.version() == 0
        ? write.when(there + "attribute_not_exists(#version)", DynamoSubmissionStore.GONE)
        : write.when(there + "#version = ?", DynamoSubmissionStore.GONE, item.version());
  }

  private static Key key(InboxItem item) {
    return SubmissionKeys.submission(item.submission().form(), item.submission().id());
  }

  private static Key columnsKey(String export) {
    return Key.of("EXPORT#" + export, "COLUMNS");
  }
}
