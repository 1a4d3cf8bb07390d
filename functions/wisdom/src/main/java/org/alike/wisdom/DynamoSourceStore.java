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
 * or out of order changes nothing. A thread that was removed is marked first and its replies are
 * emptied then, so that a second try goes on where the first one died. Thread-safe.
 */
final class DynamoSourceStore implements SourceStore {
  private static final String SOURCES = "SOURCES";
  private static final Key STATE = Key.of("CORPUS", "STATE");
  private static final String NEWER = "attribute_not_exists(#pk) OR #version < ?";
  private static final Write COUNTED =
      Write.update(STATE, "SET #changes = if_not_exists(#changes, ?) + ?", 0, 1);
  private final DynamoTable table;

  DynamoSourceStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void keep(Source source) {
    if (source.thread().isPresent()) {
      keepReply(source, source.thread().get());
    } else {
      table.write(newer(source), COUNTED);
    }
    if (source.removed()) {
      sources(Query.partition(SOURCES).startingWith(source.id() + "/")).stream()
          .filter(reply -> !reply.passages().isEmpty())
          .forEach(this::empty);
    }
  }

  /** The thread's end and a reply that is on its way can't miss each other: one sees the other. */
  private void keepReply(Source reply, String thread) {
    Write stands =
        Write.check(key(thread), "attribute_not_exists(#removed) OR #removed = ?", false);
    if (table.write(stands, newer(reply), COUNTED).refusedAt(0)) {
      table.write(newer(reply.emptied()), COUNTED);
    }
  }

  /** Unless it is newer by now, and then it was kept empty. */
  private void empty(Source reply) {
    table.write(Write.put(item(reply.emptied())).when("#version = ?", reply.version()), COUNTED);
  }

  private static Write newer(Source source) {
    return Write.put(item(source)).when(NEWER, source.version());
  }

  private static Item item(Source source) {
    String passages =
        Json.write(Json.of("passages", source.passages().stream().map(Passage::toJson).toList()));
    return Item.of(key(source.id()))
        .with("version", source.version())
        .with("thread", source.thread())
        .with("removed", source.removed())
        .with("passages", passages);
  }

  @Override
  public long changes() {
    return table.getEventually(STATE).map(item -> item.number("changes")).orElse(0L);
  }

  @Override
  public List<Source> all() {
    return sources(Query.partition(SOURCES));
  }

  @Override
  public void remember(Marker marker) {
    table.write(List.of(), Optional.of(marker));
  }

  private List<Source> sources(Query query) {
    return table.query(query.consistently()).items().stream()
        .map(DynamoSourceStore::source)
        .toList();
  }

  private static Source source(Item item) {
    List<Passage> passages = new ArrayList<>();
    if (Json.trusted(item.text("passages")).get("passages") instanceof List<?> list) {
      list.forEach(entry -> Json.asObject(entry).map(Passage::fromJson).ifPresent(passages::add));
    }
    return new Source(
        item.key().sort(),
        item.number("version"),
        item.find("thread"),
        passages,
        item.flag("removed"));
  }

  private static Key key(String source) {
    return Key.of(SOURCES, source);
  }
}
