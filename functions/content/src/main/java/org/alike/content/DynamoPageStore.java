package org.alike.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * The Content table. Each page is one item that holds what is served, one line in the list of its
 * kind, and for a condition one more item for each version; all change in one transaction, on the
 * condition that the page is in the state that the writer has seen. A removed page leaves its
 * version behind, so that versions never repeat.
 *
 * <p>Reading a page costs half a read unit for each 4 KB, eventually consistent. Thread-safe.
 */
final class DynamoPageStore implements PageStore, VersionStore {
  private static final String UNCHANGED = "#version = ?";
  private final DynamoTable table;
  private final Clock clock;

  DynamoPageStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<PublishedPage> find(PageKind kind, String slug) {
    return table
        .getEventually(DynamoPageItems.pageKey(kind, slug))
        .flatMap(item -> DynamoPageItems.published(slug, item));
  }

  @Override
  public Head head(PageKind kind, String slug) {
    return table
        .get(DynamoPageItems.pageKey(kind, slug))
        .map(DynamoPageItems::head)
        .orElse(Head.NONE);
  }

  @Override
  public PageStore.Slice list(PageKind kind, int limit, @Nullable List<String> after) {
    Query query = Query.partition(DynamoPageItems.listKey(kind)).limit(limit).after(after);
    org.alike.store.Page page = table.query(query);
    return new PageStore.Slice(
        page.items().stream().map(DynamoPageItems::entry).toList(), page.next());
  }

  @Override
  public List<Entry> all(PageKind kind) {
    Query query = Query.partition(DynamoPageItems.listKey(kind)).consistently();
    return table.query(query).items().stream().map(DynamoPageItems::entry).toList();
  }

  @Override
  public Publication publish(Page page, Head base, Provenance provenance) {
    return publish(page, base, provenance, clock.instant(), List.of());
  }

  /** The state after this page was published. */
  static Head after(Head base, Page page, Provenance provenance) {
    return new Head(
        base.version() + 1,
        page.digest(),
        DynamoPageItems.line(page),
        provenance.files().orElse(base.files()),
        provenance.origin());
  }

  /** Publishes a page and does these writes as well, in one transaction: all of it or nothing. */
  Publication publish(
      Page page, Head base, Provenance provenance, Instant now, List<Write> alsoWrite) {
    Head head = after(base, page, provenance);
    List<Write> writes = new ArrayList<>();
    writes.add(ifStill(base, DynamoPageItems.page(page, head, now, provenance)));
    writes.add(Write.put(DynamoPageItems.entry(page, head, now)));
    page.manuscript()
        .map(text -> DynamoPageItems.version(text, head, now, provenance))
        .ifPresent(version -> writes.add(Write.put(version)));
    return write(page.kind(), base, head, writes, alsoWrite);
  }

  @Override
  public Publication remove(
      PageKind kind, String slug, String name, Head base, Provenance provenance) {
    return remove(kind, slug, name, base, provenance, List.of());
  }

  /** Removes a page and does these writes as well, in one transaction: all of it or nothing. */
  Publication remove(
      PageKind kind,
      String slug,
      String name,
      Head base,
      Provenance provenance,
      List<Write> alsoWrite) {
    Head head = new Head(base.version() + 1, "", "", base.files(), provenance.origin());
    Key key = DynamoPageItems.pageKey(kind, slug);
    Item left = DynamoPageItems.removed(key, name, head, clock.instant(), provenance);
    return write(kind, base, head, List.of(ifStill(base, left)), alsoWrite);
  }

  @Override
  public boolean relate(PageKind kind, Entry entry, List<String> related) {
    long version = entry.head().version();
    Key page = DynamoPageItems.pageKey(kind, entry.slug());
    Key line = Key.of(DynamoPageItems.listKey(kind), entry.head().line());
    String change = "SET #related = ?";
    return table
        .write(
            Write.update(page, change, related).when(UNCHANGED, version),
            Write.update(line, change, related).when(UNCHANGED, version))
        .done();
  }

  @Override
  public VersionStore.Slice versions(String slug, int limit, @Nullable List<String> after) {
    String partition = DynamoPageItems.pageKey(PageKind.CONDITION, slug).partition();
    Query query =
        Query.partition(partition)
            .startingWith(DynamoPageItems.VERSION)
            .descending()
            .limit(limit)
            .after(after)
            .consistently();
    org.alike.store.Page page = table.query(query);
    return new VersionStore.Slice(
        page.items().stream().map(DynamoPageItems::version).toList(), page.next());
  }

  @Override
  public Optional<Version> version(String slug, long number) {
    return table.get(DynamoPageItems.versionKey(slug, number)).map(DynamoPageItems::version);
  }

  @Override
  public Optional<Version> before(String slug, long number) {
    Key key = DynamoPageItems.versionKey(slug, number);
    return versions(slug, 1, List.of(key.partition(), key.sort())).versions().stream().findFirst();
  }

  private Publication write(
      PageKind kind, Head base, Head head, List<Write> own, List<Write> alsoWrite) {
    List<Write> writes = new ArrayList<>(own);
    if (!base.line().isEmpty() && !base.line().equals(head.line())) {
      writes.add(Write.delete(Key.of(DynamoPageItems.listKey(kind), base.line())));
    }
    int before = writes.size();
    writes.addAll(alsoWrite);
    Outcome outcome = table.write(writes, Optional.empty());
    if (outcome.done()) {
      return Publication.done(head);
    }
    return outcome.refused() >= before
        ? Publication.refused(base, outcome.refused() - before)
        : Publication.moved(outcome.existing().map(DynamoPageItems::head).orElse(Head.NONE));
  }

  private static Write ifStill(Head base, Item page) {
    Write write = Write.put(page);
    return base.version() == 0 ? write.ifAbsent() : write.when(UNCHANGED, base.version());
  }
}
