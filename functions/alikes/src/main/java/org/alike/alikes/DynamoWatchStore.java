package org.alike.alikes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * The watches in the Alikes table, in a few partitions of their own, so that they are found without
 * a look at anybody else. They come and go in the transaction that writes the member. Thread-safe.
 */
final class DynamoWatchStore implements WatchStore {
  private static final int SHARDS = 16;
  private static final int PAGE = 200;
  private static final String STATE = "#since = ? AND #told = ? AND #pending = ?";
  private final DynamoTable table;

  DynamoWatchStore(DynamoTable table) {
    this.table = table;
  }

  /** Begins to watch, unless somebody does already. */
  static Write watching(String memberId, Instant since) {
    return Write.update(
        key(memberId),
        "SET #since = if_not_exists(#since, ?), #told = if_not_exists(#told, ?),"
            + " #pending = if_not_exists(#pending, ?)",
        since.getEpochSecond(),
        0,
        false);
  }

  /** Ends it. */
  static Write ending(String memberId) {
    return Write.delete(key(memberId));
  }

  @Override
  public void each(Consumer<Watch> reader) {
    for (int shard = 0; shard < SHARDS; shard++) {
      @Nullable List<String> after = null;
      do {
        Page page = table.query(Query.partition(partition(shard)).after(after).limit(PAGE));
        page.items().stream().map(DynamoWatchStore::watch).forEach(reader);
        after = page.next();
      } while (after != null);
    }
  }

  @Override
  public boolean replace(Watch known, Watch next) {
    return table
        .write(
            Write.update(
                    key(known.memberId()),
                    "SET #since = ?, #told = ?, #pending = ?",
                    next.since().getEpochSecond(),
                    told(next),
                    next.pending())
                .when(STATE, known.since().getEpochSecond(), told(known), known.pending()))
        .done();
  }

  private static Watch watch(Item item) {
    return new Watch(
        item.key().sort(),
        Instant.ofEpochSecond(item.number("since")),
        Optional.of(item.number("told")).filter(told -> told > 0).map(Instant::ofEpochSecond),
        item.flag("pending"));
  }

  private static long told(Watch watch) {
    return watch.told().map(Instant::getEpochSecond).orElse(0L);
  }

  private static Key key(String memberId) {
    return Key.of(partition(Math.floorMod(memberId.hashCode(), SHARDS)), memberId);
  }

  private static String partition(int shard) {
    return "NEWS#%02d".formatted(shard);
  }
}
