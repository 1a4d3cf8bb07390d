package org.alike.wisdom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * The Wisdom table: an item for each source, and one that counts the changes. Both are written in
 * one transaction, on the condition that the version is newer, so an event that comes twice, late
 * or out of order changes nothing. Thread-safe.
 */
final class DynamoSourceStore implements SourceStore {
  private static final String SOURCES = "SOURCES";
  private static final Key STATE = Key.of("CORPUS", "STATE");
  private static final String NEWER = "attribute_not_exists(#pk) OR #version < ?";
  private static final String COUNT = "SET #changes = if_not_exists(#changes, ?) + ?";
  private final DynamoTable table;

  DynamoSourceStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void keep(Source source) {
    String passages =
        Json.write(Json.of("passages", source.passages().stream().map(Passage::toJson).toList()));
    Item item =
        Item.of(Key.of(SOURCES, source.id()))
            .with("version", source.version())
            .with("thread", source.thread())
            .with("passages", passages);
    table.write(Write.put(item).when(NEWER, source.version()), Write.update(STATE, COUNT, 0, 1));
  }

  @Override
  public long changes() {
    return table.getEventually(STATE).map(item -> item.number("changes")).orElse(0L);
  }

  @Override
  public List<Source> all() {
    return table.query(Query.partition(SOURCES).consistently()).items().stream()
        .map(DynamoSourceStore::source)
        .toList();
  }

  @Override
  public void remember(Marker marker) {
    table.write(List.of(), Optional.of(marker));
  }

  private static Source source(Item item) {
    List<Passage> passages = new ArrayList<>();
    if (Json.trusted(item.text("passages")).get("passages") instanceof List<?> list) {
      list.forEach(entry -> Json.asObject(entry).map(Passage::fromJson).ifPresent(passages::add));
    }
    return new Source(item.key().sort(), item.number("version"), item.find("thread"), passages);
  }
}
