package org.alike.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.store.Item;
import org.alike.store.Key;

/** How pages, the list of them and their versions are written in the Content table. Pure. */
final class DynamoPageItems {
  static final String VERSION = "VERSION#";
  private static final String PAGE = "PAGE";
  private static final String TITLE_PARTS = "\t";

  private DynamoPageItems() {}

  static Key pageKey(PageKind kind, String slug) {
    return Key.of(kind.name() + "#" + slug, PAGE);
  }

  static Key versionKey(String slug, long version) {
    String digits = String.format(Locale.ROOT, "%010d", version);
    return Key.of(pageKey(PageKind.CONDITION, slug).partition(), VERSION + digits);
  }

  static String listKey(PageKind kind) {
    return kind.name() + "-LIST";
  }

  /** Sorts A to Z whatever the case and accents. */
  static String line(Page page) {
    return Letters.folded(page.name()) + "#" + page.slug();
  }

  static Item page(Page page, Head head, Instant now, Provenance provenance) {
    return signed(provenance, with(head, Item.of(pageKey(page.kind(), page.slug()))))
        .with("name", page.name())
        .with("published", now.toString())
        .with("outline", page.outline().lines())
        .with("related", page.related())
        .with("packed", Packed.pack(page.content()));
  }

  static Item removed(Key key, String name, Head head, Instant now, Provenance provenance) {
    return signed(provenance, with(head, Item.of(key)))
        .with("name", name)
        .with("published", now.toString());
  }

  static Item version(Manuscript manuscript, Head head, Instant now, Provenance provenance) {
    return signed(provenance, Item.of(versionKey(manuscript.slug(), head.version())))
        .with("version", head.version())
        .with("published", now.toString())
        .with("origin", head.origin().name())
        .with("packed", Packed.pack(Json.write(manuscript.toJson())));
  }

  static Item entry(Page page, Head head, Instant now) {
    return with(head, Item.of(Key.of(listKey(page.kind()), head.line())))
        .with("slug", page.slug())
        .with("titles", titles(page.titles()))
        .with("covers", page.covers().stream().sorted().toList())
        .with("related", page.related())
        .with("reviewed", page.reviewed().toString())
        .with("nextReview", page.nextReview().map(LocalDate::toString))
        .with("published", now.toString());
  }

  /** Empty for a page that was removed. */
  static Optional<PublishedPage> published(String slug, Item item) {
    return item.bytes("packed")
        .map(
            packed ->
                new PublishedPage(
                    slug,
                    head(item),
                    Instant.parse(item.text("published")),
                    Outline.of(item.texts("outline")),
                    item.texts("related"),
                    packed));
  }

  static Entry entry(Item item) {
    return new Entry(
        item.text("slug"),
        titles(item.texts("titles")),
        Set.copyOf(item.texts("covers")),
        item.texts("related"),
        item.find("reviewed").map(LocalDate::parse),
        item.find("nextReview").map(LocalDate::parse),
        item.find("published").map(Instant::parse).orElse(Instant.EPOCH),
        head(item));
  }

  static Version version(Item item) {
    return new Version(
        item.number("version"),
        Instant.parse(item.text("published")),
        provenance(item),
        item.bytes("packed").orElseThrow());
  }

  /** Who made the version that this item is of, and how. */
  static Provenance provenance(Item item) {
    return new Provenance(
        Origin.valueOf(item.text("origin")),
        item.text("author"),
        item.find("authorName"),
        item.find("note"),
        item.findNumber("restores"),
        Optional.empty());
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
            item.number("version"),
            Instant.parse(item.text("published")),
            item.bytes("packed").map(Packed::unpack),
            item.cause()));
  }

  static Head head(Item item) {
    return new Head(
        item.number("version"),
        item.text("digest"),
        item.text("line"),
        item.find("files").orElse(""),
        item.find("origin").map(Origin::valueOf).orElse(Origin.IMPORT));
  }

  private static Item with(Head head, Item item) {
    return item.with("version", head.version())
        .with("digest", head.digest())
        .with("line", head.line())
        .with("files", head.files())
        .with("origin", head.origin().name());
  }

  private static Item signed(Provenance provenance, Item item) {
    Item signed =
        item.with("author", provenance.authorId())
            .with("authorName", provenance.authorName())
            .with("note", provenance.note());
    return provenance.restores().map(version -> signed.with("restores", version)).orElse(signed);
  }

  private static List<String> titles(Map<String, Title> titles) {
    List<String> texts = new ArrayList<>();
    titles.forEach(
        (lang, title) ->
            texts.add(String.join(TITLE_PARTS, lang, title.name(), title.shortName().orElse(""))));
    return texts;
  }

  private static Map<String, Title> titles(List<String> texts) {
    Map<String, Title> titles = new LinkedHashMap<>();
    for (String text : texts) {
      String[] parts = text.split(TITLE_PARTS, -1);
      titles.put(
          parts[0], new Title(parts[1], Optional.of(parts[2]).filter(form -> !form.isEmpty())));
    }
    return titles;
  }
}
