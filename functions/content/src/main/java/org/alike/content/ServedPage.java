package org.alike.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;

/**
 * A condition page as one reader gets it. Immutable.
 *
 * @param edition the text
 * @param composition which of it
 * @param version of the page
 * @param published when that version was
 * @param related conditions nearby that have a page too
 */
record ServedPage(
    Edition edition,
    Composition composition,
    long version,
    Instant published,
    List<Concept> related) {
  /** Where the editorial process is described; relative to the API, as every address in a page. */
  private static final String PROCESS = "/pages/editorial-process";

  String slug() {
    return edition.subject().slug();
  }

  String lang() {
    return composition.reading().lang();
  }

  Title title() {
    return edition.title(lang());
  }

  /** The text whose summary is shown. */
  Variant variant() {
    return edition.manuscript().nearest(composition.reading());
  }

  List<String> alsoKnownAs() {
    return edition.manuscript().variants().stream()
        .filter(variant -> variant.reading().lang().equals(lang()))
        .map(Variant::alsoKnownAs)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(edition.manuscript().alsoKnownAs());
  }

  List<Section> sections() {
    return composition.places().stream().map(edition::section).toList();
  }

  /** What its sections lean on, in the page's order. */
  List<Source> sources() {
    List<Section> sections = sections();
    return edition.manuscript().sources().stream()
        .filter(source -> sections.stream().anyMatch(s -> s.sources().contains(source.id())))
        .toList();
  }

  /** Everybody who reviewed a part of it, the first section's reviewer first. */
  List<String> reviewers() {
    return sections().stream().map(section -> section.review().reviewedBy()).distinct().toList();
  }

  /** The oldest review of its sections. */
  LocalDate reviewed() {
    return sections().stream()
        .map(section -> section.review().reviewed())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The soonest review that is due. */
  LocalDate nextReview() {
    return sections().stream()
        .map(section -> section.review().nextReview())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  Map<String, Object> toJson() {
    Outline outline = Outline.of(edition.manuscript());
    Map<String, Object> json = named(slug(), title());
    json.put("alsoKnownAs", alsoKnownAs());
    json.put("codes", edition.subject().codes());
    json.put("lang", lang());
    json.put("level", composition.reading().level().id());
    json.put("languages", outline.languages());
    json.put("levels", outline.levels().stream().map(Level::id).toList());
    json.put("summary", variant().summary());
    json.put("symptoms", edition.subject().symptoms().stream().map(Term::shown).toList());
    json.put("treatments", edition.subject().treatments().stream().map(Term::shown).toList());
    json.put("sections", composition.places().stream().map(this::section).toList());
    json.put("disclaimer", Phrases.of(lang()).disclaimer());
    json.put("editorial", editorial());
    json.put("related", related.stream().map(ServedPage::named).toList());
    json.put("published", published.toString());
    json.put("version", version);
    return json;
  }

  /** How pages and lists name a condition. */
  static Map<String, Object> named(Concept concept) {
    return named(concept.id(), Subject.title(concept));
  }

  static Map<String, Object> named(String slug, Title title) {
    return Json.of(
        "slug", slug,
        "name", title.name(),
        "shortName", title.shortName(),
        "label", title.label());
  }

  private Map<String, Object> editorial() {
    return Json.of(
        "reviewedBy", String.join(", ", reviewers()),
        "reviewed", reviewed().toString(),
        "nextReview", nextReview().toString(),
        "overdue", composition.overdue() ? true : null,
        "sources", sources().stream().map(Source::toJson).toList(),
        "processUrl", PROCESS);
  }

  private Map<String, Object> section(Composition.Place place) {
    Section section = edition.section(place);
    Review review = section.review();
    return Json.of(
        "id", section.id(),
        "aspect", section.id(),
        "heading", section.heading(),
        "html", edition.html(place),
        "markdown", section.markdown(),
        "lang", place.from().lang(),
        "level", place.from().level().id(),
        "fallback", place.fallback() ? true : null,
        "editorial",
            Json.of(
                "reviewedBy", review.reviewedBy(),
                "reviewed", review.reviewed().toString(),
                "nextReview", review.nextReview().toString(),
                "overdue", place.overdue() ? true : null,
                "sources",
                    edition.manuscript().sources(section).stream().map(Source::toJson).toList()));
  }
}
