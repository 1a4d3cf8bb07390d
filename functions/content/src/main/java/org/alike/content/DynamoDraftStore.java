package org.alike.content;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Drafts in the Content table: an item beside the page's, a line in the list of drafts, and one in
 * the schedule where there is a time; all change in one transaction. When a draft ends, its item
 * stays and holds the count of revisions. Thread-safe.
 */
final class DynamoDraftStore implements DraftStore {
  private static final String SAME_VERSION = "#version = ?";
  private static final String SAME_REVISION = "#revision = ?";
  private static final String ABSENT = "attribute_not_exists(#pk)";
  private final DynamoTable table;
  private final DynamoPageStore pages;
  private final Clock clock;

  DynamoDraftStore(DynamoTable table, DynamoPageStore pages, Clock clock) {
    this.table = table;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The page is read before the draft. A change that falls between the two makes a mixture with an
   * older number than the true one, so that nothing can be written on the strength of it.
   */
  @Override
  public Desk desk(String slug) {
    Optional<Item> page = table.get(pageKey(slug));
    return DynamoDraftItems.desk(slug, page, table.get(DynamoDraftItems.draftKey(slug)));
  }

  @Override
  public boolean save(Desk seen, Draft draft, Optional<Marker> marker) {
    Desk next = seen.with(draft);
    List<Write> writes = new ArrayList<>();
    writes.add(ifStill(seen, DynamoDraftItems.draft(next)));
    writes.add(Write.put(DynamoDraftItems.line(next, draft)));
    writes.add(samePage(seen));
    Optional<Key> before = seen.draft().flatMap(DynamoDraftItems::scheduleKey);
    Optional<Key> after = DynamoDraftItems.scheduleKey(draft);
    before.filter(key -> !after.equals(Optional.of(key))).map(Write::delete).ifPresent(writes::add);
    after.map(key -> Write.put(Item.of(key))).ifPresent(writes::add);
    return table.write(writes, marker).done();
  }

  @Override
  public boolean drop(Desk seen) {
    List<Write> writes = new ArrayList<>();
    writes.add(ifStill(seen, DynamoDraftItems.draft(seen.withoutDraft())));
    writes.add(samePage(seen));
    writes.addAll(unlisting(seen));
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public Optional<Desk> publish(Desk seen, Page page, Provenance provenance) {
    Instant now = clock.instant();
    Live live = new Live(page.name(), now, provenance, Packed.pack(page.content()));
    Head head = DynamoPageStore.after(seen.head(), page, provenance);
    Desk next = seen.publishing(head, live);
    List<Write> writes = new ArrayList<>();
    writes.add(ifStill(seen, DynamoDraftItems.draft(next)));
    writes.addAll(unlisting(seen));
    return pages.publish(page, seen.head(), provenance, now, writes).done()
        ? Optional.of(next)
        : Optional.empty();
  }

  @Override
  public boolean withdraw(Desk seen, Live live, Provenance provenance) {
    Key draft = DynamoDraftItems.draftKey(seen.slug());
    Write same =
        seen.counted() == 0
            ? Write.check(draft, ABSENT)
            : Write.check(draft, SAME_REVISION, seen.counted());
    return pages
        .remove(
            PageKind.CONDITION, seen.slug(), live.name(), seen.head(), provenance, List.of(same))
        .done();
  }

  @Override
  public DraftStore.Slice drafts(int limit, @Nullable List<String> after) {
    Query query = Query.partition(DynamoDraftItems.DRAFTS).limit(limit).after(after).consistently();
    org.alike.store.Page page = table.query(query);
    return new DraftStore.Slice(
        page.items().stream().map(DynamoDraftItems::told).toList(), page.next());
  }

  @Override
  public List<Due> scheduled(int limit) {
    Query query = Query.partition(DynamoDraftItems.SCHEDULE).limit(limit).consistently();
    return table.query(query).items().stream().map(DynamoDraftItems::due).toList();
  }

  private static Key pageKey(String slug) {
    return DynamoPageItems.pageKey(PageKind.CONDITION, slug);
  }

  private static Write ifStill(Desk seen, Item draft) {
    Write write = Write.put(draft);
    return seen.counted() == 0 ? write.ifAbsent() : write.when(SAME_REVISION, seen.counted());
  }

  private static Write samePage(Desk seen) {
    long version = seen.head().version();
    Key page = pageKey(seen.slug());
    return version == 0 ? Write.check(page, ABSENT) : Write.check(page, SAME_VERSION, version);
  }

  /** Takes the draft that is open, if any, off the list and the schedule. */
  private static List<Write> unlisting(Desk seen) {
    List<Write> writes = new ArrayList<>();
    if (seen.draft().isPresent()) {
      writes.add(Write.delete(DynamoDraftItems.lineKey(seen.slug())));
      seen.draft().flatMap(DynamoDraftItems::scheduleKey).map(Write::delete).ifPresent(writes::add);
    }
    return writes;
  }
}
