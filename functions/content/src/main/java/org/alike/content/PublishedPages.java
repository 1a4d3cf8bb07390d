package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The published condition pages, as a search sees them. Thread-safe. */
final class PublishedPages implements SearchablePages {
  private final PageStore store;
  private final Catalogue catalogue;
  private final Vocabulary vocabulary;

  PublishedPages(PageStore store, Catalogue catalogue, Vocabulary vocabulary) {
    this.store = store;
    this.catalogue = catalogue;
    this.vocabulary = vocabulary;
  }

  @Override
  public Map<String, Long> versions() {
    return catalogue.versions();
  }

  @Override
  public List<SearchablePage> read(String slug) {
    return store.find(PageKind.CONDITION, slug).stream()
        .map(page -> page(slug, Json.trusted(page.body())))
        .toList();
  }

  private SearchablePage page(String slug, Map<String, Object> page) {
    List<SearchablePage.Part> parts = new ArrayList<>();
    for (Object entry : list(page.get("sections"))) {
      Map<String, Object> section = Json.asObject(entry).orElse(Map.of());
      parts.add(
          new SearchablePage.Part(
              String.valueOf(section.get("id")),
              String.valueOf(section.get("heading")),
              Markdown.plainText(String.valueOf(section.get("markdown")))));
    }
    List<String> names = new ArrayList<>();
    Optional<Concept> concept = vocabulary.find(Kind.CONDITION, slug);
    concept.ifPresent(known -> names.addAll(new Meaning(known, known.name(), true).names()));
    list(page.get("alsoKnownAs")).forEach(name -> names.add(String.valueOf(name)));
    long version = page.get("version") instanceof Number number ? number.longValue() : 0;
    String label = String.valueOf(page.get("label"));
    return new SearchablePage(slug, version, "en", label, names, Set.of(), Map.of(), parts);
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
