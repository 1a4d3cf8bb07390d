package org.alike.alikes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * The cohorts in the Alikes table. Manifest and log of a cohort are in one partition and read by
 * one query; each segment is an item of its own. Thread-safe.
 *
 * <p>The log sorts before the manifest, so a query reads it first: an entry that a merge has
 * removed by then is in the segments of the manifest that is read after it.
 */
final class DynamoCohortStore implements CohortStore {
  private static final String LOG = "LOG#";
  private static final String MANIFEST = "MANIFEST";
  private static final String ROWS = "ROWS";
  private static final int MOST_WRITES = 100;
  private static final int ATTEMPTS = 3;
  private final DynamoTable table;

  DynamoCohortStore(DynamoTable table) {
    this.table = table;
  }

  /** Writes an entry; part of the transaction that writes the member. */
  static Write logged(String condition, LogEntry entry) {
    Item item =
        Item.of(log(condition, entry)).with("version", entry.version()).with("gone", entry.gone());
    return Write.put(entry.packed().map(packed -> item.with("row", packed)).orElse(item));
  }

  @Override
  public CohortState read(String condition) {
    return state(condition, table.query(query(condition)));
  }

  @Override
  public CohortState readConsistently(String condition) {
    for (int attempt = 1; ; attempt++) {
      // The manifest before the log and after it: if it is the same, no merge came between them.
      Manifest before = manifest(condition);
      CohortState state = state(condition, table.query(query(condition).consistently()));
      if (before.equals(state.manifest()) || attempt == ATTEMPTS) {
        // With the one before, a merge of what was read in between finds that it is too late.
        return new CohortState(condition, before, state.log(), state.complete());
      }
    }
  }

  @Override
  public Optional<byte[]> segment(String condition, String id) {
    return table.getEventually(segmentKey(condition, id)).map(StoredSegment::rows);
  }

  @Override
  public Optional<byte[]> segmentConsistently(String condition, String id) {
    return table.get(segmentKey(condition, id)).map(StoredSegment::rows);
  }

  @Override
  public boolean merge(String condition, Merge merge) {
    List<Write> writes = new ArrayList<>();
    writes.add(manifest(condition, merge));
    merge
        .written()
        .forEach(
            (id, rows) ->
                writes.add(Write.put(StoredSegment.item(segmentKey(condition, id), rows))));
    merge.removed().forEach(id -> writes.add(Write.delete(segmentKey(condition, id))));
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public void trim(String condition, Collection<LogEntry> entries) {
    List<LogEntry> left = new ArrayList<>(entries);
    while (!left.isEmpty()) {
      List<LogEntry> some = left.subList(0, Math.min(left.size(), MOST_WRITES));
      Outcome outcome =
          table.write(
              some.stream().map(entry -> trimmed(condition, entry)).toList(), Optional.empty());
      if (outcome.done()) {
        some.clear();
      } else {
        // It has changed meanwhile: it stays, and the others go.
        some.remove(outcome.refused());
      }
    }
  }

  private static Write trimmed(String condition, LogEntry entry) {
    return Write.delete(log(condition, entry))
        .when(
            "attribute_not_exists(#pk) OR (#version = ? AND #gone = ?)",
            entry.version(),
            entry.gone());
  }

  private static Write manifest(String condition, Merge merge) {
    Item item =
        Item.of(manifestKey(condition))
            .with("version", merge.after().version())
            .with("segments", merge.after().segments().stream().map(StoredSegment::text).toList());
    return merge.before().version() == 0
        ? Write.put(item).ifAbsent()
        : Write.put(item).when("#version = ?", merge.before().version());
  }

  private static Query query(String condition) {
    return Query.partition(partition(condition)).limit(MOST_LOGGED + 1);
  }

  private CohortState state(String condition, Page page) {
    List<LogEntry> log = new ArrayList<>();
    Manifest manifest = Manifest.NONE;
    for (Item item : page.items()) {
      if (item.key().sort().equals(MANIFEST)) {
        manifest = manifest(item);
      } else {
        log.add(entry(item));
      }
    }
    boolean complete = page.next() == null;
    if (!complete) {
      manifest = manifest(condition);
    }
    return new CohortState(condition, manifest, log, complete);
  }

  private Manifest manifest(String condition) {
    return table.get(manifestKey(condition)).map(DynamoCohortStore::manifest).orElse(Manifest.NONE);
  }

  private static LogEntry entry(Item item) {
    return new LogEntry(
        item.key().sort().substring(LOG.length()), item.number("version"), item.bytes("row"));
  }

  private static Manifest manifest(Item item) {
    return new Manifest(
        item.number("version"), item.texts("segments").stream().map(StoredSegment::of).toList());
  }

  private static String partition(String condition) {
    return "COHORT#" + condition;
  }

  private static Key manifestKey(String condition) {
    return Key.of(partition(condition), MANIFEST);
  }

  private static Key log(String condition, LogEntry entry) {
    return Key.of(partition(condition), LOG + entry.memberId());
  }

  private static Key segmentKey(String condition, String id) {
    return Key.of("SEGMENT#" + condition + "#" + id, ROWS);
  }
}
