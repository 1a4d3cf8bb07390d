package org.alike.content;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Digest;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * The Content table. Each page is one item that holds what is served, and one line in the list of
 * its kind; both change in one transaction, on the condition that the page is in the state that the
 * writer has seen. A removed page leaves its version behind, so that versions never repeat.
 *
 * <p>Reading a page costs half a read unit for each 4 KB, eventually consistent. Thread-safe.
 */
final class DynamoPageStore implements PageStore {
  private static final String PAGE = "PAGE";
  private static final String UNCHANGED = "#version = ?";
  private static final int TAG_LENGTH = 22;
  private final DynamoTable table;
  private final Clock clock;

  DynamoPageStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<PublishedPage> find(PageKind kind, String slug) {
    return table
        .getEventually(pageKey(kind, slug))
        .filter(item -> !head(item).removed())
        .map(item -> new PublishedPage(item.text("etag"), item.text("body")));
  }

  @Override
  public Slice list(PageKind kind, int limit, @Nullable List<String> after) {
    org.alike.store.Page page =
        table.query(Query.partition(listKey(kind)).limit(limit).after(after));
    return new Slice(page.items().stream().map(DynamoPageStore::entry).toList(), page.next());
  }

  @Override
  public List<Entry> all(PageKind kind) {
    return list(kind, Integer.MAX_VALUE, null).entries();
  }

  @Override
  public Optional<Head> publish(Page page, Head base) {
    Head head = new Head(base.version() + 1, page.digest(), line(page));
    String body = page.body(head.version());
    Item item =
        with(head, Item.of(pageKey(page.kind(), page.slug())))
            .with("name", page.name())
            .with("etag", '"' + Digest.of(body).substring(0, TAG_LENGTH) + '"')
            .with("body", body)
            .with("published", clock.instant().toString());
    Item line =
        with(head, Item.of(Key.of(listKey(page.kind()), head.line())))
            .with("slug", page.slug())
            .with("name", page.name())
            .with("shortName", page.shortName())
            .with("label", page.label())
            .with("covers", page.covers().stream().sorted().toList());
    return write(page.kind(), base, item, head, Optional.of(Write.put(line)));
  }

  @Override
  public Optional<Head> remove(PageKind kind, Entry entry) {
    Head head = new Head(entry.head().version() + 1, "", "");
    Item item =
        with(head, Item.of(pageKey(kind, entry.slug())))
            .with("name", entry.name())
            .with("published", clock.instant().toString());
    return write(kind, entry.head(), item, head, Optional.empty());
  }

  /** What an item of a page holds, for the publisher; empty for every other item. */
  static Optional<StoredPage> stored(Item item) {
    Key key = item.key();
    if (!key.sort().equals(PAGE)) {
      return Optional.empty();
    }
    int mark = key.partition().indexOf('#');
    return Optional.of(
        new StoredPage(
            PageKind.valueOf(key.partition().substring(0, mark)),
            key.partition().substring(mark + 1),
            item.text("name"),
            head(item),
            Instant.parse(item.text("published")),
            item.find("body"),
            item.cause()));
  }

  private Optional<Head> write(
      PageKind kind, Head base, Item item, Head head, Optional<Write> line) {
    Write page = Write.put(item);
    List<Write> writes = new ArrayList<>();
    writes.add(base.version() == 0 ? page.ifAbsent() : page.when(UNCHANGED, base.version()));
    line.ifPresent(writes::add);
    if (!base.line().isEmpty() && !base.line().equals(head.line())) {
      writes.add(Write.delete(Key.of(listKey(kind), base.line())));
    }
    Outcome outcome = table.write(writes, Optional.empty());
    return outcome.done()
        ? Optional.empty()
        : Optional.of(outcome.existing().map(DynamoPageStore::head).orElse(Head.NONE));
  }

  private static Item with(Head head, Item item) {
    return item.with("version", head.version())
        .with("digest", head.digest())
        .with("line", head.line());
  }

  private static Entry entry(Item item) {
    return new Entry(
        item.text("slug"),
        item.text("name"),
        item.find("shortName"),
        item.text("label"),
        Set.copyOf(item.texts("covers")),
        head(item));
  }

  private static Head head(Item item) {
    return new Head(item.number("version"), item.text("digest"), item.text("line"));
  }

  private static Key pageKey(PageKind kind, String slug) {
    return Key.of(kind.name() + "#" + slug, PAGE);
  }

  private static String listKey(PageKind kind) {
    return kind.name() + "-LIST";
  }

  /** Sorts A to Z whatever the case and accents. */
  private static String line(Page page) {
    String letters = Normalizer.normalize(page.name(), Normalizer.Form.NFD);
    return letters.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT) + "#" + page.slug();
  }
}
