package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;

/**
 * What a change of the Content table tells the other features: {@code PagePublished}, with the
 * sections as plain text. A page that was removed is told as one without sections. Pure.
 */
final class PageEvents {
  private PageEvents() {}

  static List<DomainEvent> of(Change change) {
    Optional<StoredPage> after = change.after().flatMap(DynamoPageStore::stored);
    long before =
        change.before().flatMap(DynamoPageStore::stored).map(PageEvents::version).orElse(0L);
    return after.filter(page -> version(page) > before).map(PageEvents::event).stream().toList();
  }

  private static long version(StoredPage page) {
    return page.head().version();
  }

  private static DomainEvent event(StoredPage page) {
    Map<String, Object> data =
        Json.of(
            "kind", page.kind().word(),
            "slug", page.slug(),
            "name", page.name(),
            "sections", page.body().map(PageEvents::sections).orElse(List.of()));
    return DomainEvent.of(
        "PagePublished",
        page.kind().word() + "/" + page.slug(),
        version(page),
        page.published(),
        page.cause(),
        data);
  }

  private static List<Object> sections(String body) {
    List<Object> sections = new ArrayList<>();
    if (Json.trusted(body).get("sections") instanceof List<?> list) {
      for (Object entry : list) {
        Map<String, Object> section = Json.asObject(entry).orElse(Map.of());
        sections.add(
            Json.of(
                "id", section.get("id"),
                "aspect", section.get("aspect"),
                "heading", section.get("heading"),
                "text", Markdown.plainText(String.valueOf(section.get("markdown")))));
      }
    }
    return sections;
  }
}
