package org.alike.content;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.store.Item;
import org.alike.store.Key;

/** How drafts, the list of them and the schedule are written in the Content table. Pure. */
final class DynamoDraftItems {
  static final String DRAFTS = "DRAFTS";
  static final String SCHEDULE = "SCHEDULE";

  private DynamoDraftItems() {}

  static Key draftKey(String slug) {
    return Key.of(DynamoPageItems.pageKey(PageKind.CONDITION, slug).partition(), "DRAFT");
  }

  static Key lineKey(String slug) {
    return Key.of(DRAFTS, slug);
  }

  /** Where the schedule has this draft, when it is scheduled. */
  static Optional<Key> scheduleKey(Draft draft) {
    return draft.publishAt().map(at -> Key.of(SCHEDULE, at + "#" + draft.slug()));
  }

  /** The draft, or where there is none the count that goes on. */
  static Item draft(Desk desk) {
    Item count =
        Item.of(draftKey(desk.slug())).with("revision", desk.counted()).with("since", desk.since());
    return desk.draft()
        .map(draft -> told(draft, count).with("packed", draft.packed()))
        .orElse(count);
  }

  static Item line(Desk desk, Draft draft) {
    return told(draft, Item.of(lineKey(desk.slug()))).with("revision", desk.counted());
  }

  static Desk desk(String slug, Optional<Item> page, Optional<Item> draft) {
    return new Desk(
        slug,
        page.map(DynamoPageItems::head).orElse(Head.NONE),
        page.flatMap(DynamoDraftItems::live),
        draft.map(item -> item.number("revision")).orElse(0L),
        draft.map(item -> item.number("since")).orElse(0L),
        draft.flatMap(item -> item.bytes("packed").map(packed -> read(slug, item, packed))));
  }

  /** What tells of a draft in the list of them, as JSON. */
  static Map<String, Object> told(Item line) {
    Map<String, Object> json = Json.of("slug", line.key().sort());
    json.putAll(read(line.key().sort(), line, new byte[0]).toJson());
    json.put("revision", line.number("revision"));
    return json;
  }

  static Due due(Item item) {
    String place = item.key().sort();
    int mark = place.indexOf('#');
    return new Due(place.substring(mark + 1), Instant.parse(place.substring(0, mark)));
  }

  private static Item told(Draft draft, Item item) {
    Item told =
        item.with("state", draft.state().name())
            .with("author", draft.author().id())
            .with("authorName", draft.author().name())
            .with("updated", draft.updated().toString())
            .with("publishAt", draft.publishAt().map(Instant::toString))
            .with("note", draft.note())
            .with("base", draft.base());
    return draft.restores().map(version -> told.with("restores", version)).orElse(told);
  }

  private static Draft read(String slug, Item item, byte[] packed) {
    return new Draft(
        slug,
        EditorialState.valueOf(item.text("state")),
        new Author(item.text("author"), item.find("authorName")),
        Instant.parse(item.text("updated")),
        item.find("publishAt").map(Instant::parse),
        item.find("note"),
        item.number("base"),
        item.findNumber("restores"),
        packed);
  }

  private static Optional<Live> live(Item page) {
    return page.bytes("packed")
        .map(
            packed ->
                new Live(
                    page.text("name"),
                    Instant.parse(page.text("published")),
                    DynamoPageItems.provenance(page),
                    packed));
  }
}
