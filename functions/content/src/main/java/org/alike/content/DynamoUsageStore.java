package org.alike.content;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;
import org.alike.vocabulary.Kind;

/**
 * Usage in the Content table: one small item a member in {@value #SHARDS} partitions, and one item
 * with the numbers. Keeping one takes two write units and no read. Thread-safe.
 */
final class DynamoUsageStore implements UsageStore {
  static final int SHARDS = 16;
  private static final Key TALLY = Key.of("TALLY", "TALLY");

  /** A tombstone that has expired may still lie there. */
  private static final String NEWER = "attribute_not_exists(#pk) OR #version < ? OR #expires <= ?";

  private static final String NEWER_OR_LAST = NEWER + " OR (#version = ? AND #erased = ?)";
  private final DynamoTable table;
  private final Clock clock;

  DynamoUsageStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void keep(Usage usage) {
    Write write = Write.put(item(usage));
    long now = clock.instant().getEpochSecond();
    table.write(
        usage instanceof Usage.Erased
            ? write.when(NEWER_OR_LAST, usage.version(), now, usage.version(), false)
            : write.when(NEWER, usage.version(), now));
  }

  @Override
  public void each(Consumer<Usage.Of> reader) {
    for (int shard = 0; shard < SHARDS; shard++) {
      table.query(Query.partition(partition(shard))).items().stream()
          .filter(item -> !item.flag("erased"))
          .map(DynamoUsageStore::usage)
          .forEach(reader);
    }
  }

  @Override
  public Tally tally() {
    return table.getEventually(TALLY).map(DynamoUsageStore::tally).orElse(Tally.NONE);
  }

  @Override
  public void keep(Tally tally) {
    if (!tally.equals(tally())) {
      Item item = Item.of(TALLY);
      for (Kind kind : Kind.values()) {
        item = item.with(attribute(kind), Json.write(new TreeMap<>(tally.numbers(kind))));
      }
      table.write(Write.put(item));
    }
  }

  private static Item item(Usage usage) {
    Item item =
        Item.of(Key.of(partition(shard(usage.member())), usage.member()))
            .with("version", usage.version());
    if (usage instanceof Usage.Erased erased) {
      return item.with("erased", true).expiring(erased.forgotten());
    }
    Item full = item.with("erased", false);
    for (Kind kind : Kind.values()) {
      List<String> ids = ((Usage.Of) usage).ids(kind);
      full = ids.isEmpty() ? full : full.with(attribute(kind), ids);
    }
    return full;
  }

  private static Usage.Of usage(Item item) {
    Map<Kind, List<String>> ids = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      ids.put(kind, item.texts(attribute(kind)));
    }
    return new Usage.Of(item.key().sort(), item.number("version"), ids);
  }

  private static Tally tally(Item item) {
    Map<Kind, Map<String, Integer>> numbers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Map<String, Integer> ofKind = new HashMap<>();
      Json.trusted(item.find(attribute(kind)).orElse("{}"))
          .forEach((id, number) -> ofKind.put(id, ((Number) number).intValue()));
      numbers.put(kind, ofKind);
    }
    return new Tally(numbers);
  }

  private static int shard(String member) {
    return Math.floorMod(member.hashCode(), SHARDS);
  }

  private static String partition(int shard) {
    return "USAGE#%02d".formatted(shard);
  }

  private static String attribute(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT) + "s";
  }
}
