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
 * sections as plain text, in English at the standard level. A page that was removed is told as one
 * without sections. Pure.
 */
final class PageEvents {
  private PageEvents() {}

  static List<DomainEvent> of(Change change) {
    Optional<StoredPage> after = change.after().flatMap(DynamoPageItems::stored);
    long before =
        change.before().flatMap(DynamoPageItems::stored).map(StoredPage::version).orElse(0L);
    return after.filter(page -> page.version() > before).map(PageEvents::event).stream().toList();
  }

  private static DomainEvent event(StoredPage page) {
    Map<String, Object> data =
        Json.of(
            "kind", page.kind().word(),
            "slug", page.slug(),
            "name", page.name(),
            "sections", page.content().map(text -> sections(page.kind(), text)).orElse(List.of()));
    return DomainEvent.of(
        "PagePublished",
        page.kind().word() + "/" + page.slug(),
        page.version(),
        page.published(),
        page.cause(),
        data);
  }

  private static List<Object> sections(PageKind kind, String content) {
    Map<String, Object> json = Json.trusted(content);
    return kind == PageKind.CONDITION
        ? ofCondition(Edition.fromJson(json).manuscript().first())
        : ofSite(json);
  }

  private static List<Object> ofCondition(Variant text) {
    List<Object> sections = new ArrayList<>();
    for (Section section : text.sections()) {
      sections.add(
          Json.of(
              "id", section.id(),
              "aspect", section.id(),
              "heading", section.heading(),
              "text", Markdown.plainText(section.markdown())));
    }
    return sections;
  }

  private static List<Object> ofSite(Map<String, Object> page) {
    List<Object> sections = new ArrayList<>();
    if (page.get("sections") instanceof List<?> list) {
      for (Object entry : list) {
        Map<String, Object> section = Json.asObject(entry).orElse(Map.of());
        sections.add(
            Json.of(
                "id", section.get("id"),
                "heading", section.get("heading"),
                "text", Markdown.plainText(String.valueOf(section.get("markdown")))));
      }
    }
    return sections;
  }
}
