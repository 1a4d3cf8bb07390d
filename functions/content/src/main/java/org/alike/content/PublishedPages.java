package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

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
    return store.find(PageKind.CONDITION, slug).stream().flatMap(this::languages).toList();
  }

  private Stream<SearchablePage> languages(PublishedPage page) {
    Edition edition = page.edition();
    return edition.manuscript().variants().stream()
        .filter(variant -> isFirstOfItsLanguage(variant, edition.manuscript()))
        .map(variant -> searchable(page.head().version(), edition, variant));
  }

  /** The standard text, or the plain one where there is no other. */
  private static boolean isFirstOfItsLanguage(Variant variant, Manuscript manuscript) {
    Reading standard = new Reading(variant.reading().lang(), Level.STANDARD);
    return variant.reading().equals(standard) || manuscript.variant(standard).isEmpty();
  }

  private SearchablePage searchable(long version, Edition edition, Variant variant) {
    Manuscript manuscript = edition.manuscript();
    String lang = variant.reading().lang();
    return new SearchablePage(
        manuscript.slug(),
        version,
        lang,
        edition.title(lang).label(),
        names(edition, variant),
        Set.copyOf(manuscript.covers()),
        Map.of(Kind.SYMPTOM, manuscript.symptoms(), Kind.TREATMENT, manuscript.treatments()),
        variant.sections().stream().map(PublishedPages::part).toList());
  }

  /** What it is called in this language; in English, by the vocabulary too. */
  private List<String> names(Edition edition, Variant variant) {
    String lang = variant.reading().lang();
    List<String> names = new ArrayList<>(List.of(edition.title(lang).name()));
    edition.title(lang).shortName().ifPresent(names::add);
    names.addAll(variant.alsoKnownAs());
    if (lang.equals(Reading.ENGLISH)) {
      names.addAll(edition.manuscript().alsoKnownAs());
      vocabulary
          .find(Kind.CONDITION, edition.manuscript().slug())
          .ifPresent(concept -> names.addAll(concept.otherNames()));
    }
    return names.stream().distinct().toList();
  }

  private static SearchablePage.Part part(Section section) {
    return new SearchablePage.Part(
        section.id(), section.heading(), Markdown.plainText(section.markdown()));
  }
}
