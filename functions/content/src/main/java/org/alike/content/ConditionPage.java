package org.alike.content;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * What a condition page's file says, together with the vocabulary's concept of the same id. One
 * that exists has every section and date it needs.
 */
record ConditionPage(
    Concept concept,
    List<String> alsoKnownAs,
    Set<String> covers,
    String summary,
    String reviewedBy,
    LocalDate reviewed,
    LocalDate nextReview,
    List<Source> sources,
    List<Section> sections) {
  private static final String DISCLAIMER =
      "This is not a substitute for professional medical advice.";

  /** Where the editorial process is described; relative to the API, as every address in a page. */
  private static final String PROCESS = "/pages/editorial-process";

  /**
   * Reads a file.
   *
   * @throws PageRejected naming the first field that is not as it must be
   */
  static ConditionPage of(PageFile file, Vocabulary vocabulary) {
    FrontMatter matter = FrontMatter.of(file);
    Concept concept = concept(file, matter.text("slug"), vocabulary);
    Set<String> covers = covers(file, concept, matter.texts("covers"), vocabulary);
    ConditionPage page =
        new ConditionPage(
            concept,
            names(file, concept, covers, matter.texts("alsoKnownAs"), vocabulary),
            covers,
            matter.text("summary"),
            matter.text("reviewedBy"),
            matter.date("reviewed"),
            matter.date("nextReview"),
            matter.sources("sources"),
            sections(file, Markdown.sections(matter.body())));
    matter.skip("sections");
    matter.end();
    if (!page.nextReview.isAfter(page.reviewed)) {
      throw file.rejected("nextReview", "must come after the review");
    }
    return page;
  }

  /** The page as it is served; {@code published} are the conditions that have a page. */
  Page toPage(Vocabulary vocabulary, Set<String> published) {
    List<Map<String, Object>> related =
        vocabulary.related(concept.id()).stream()
            .filter(other -> published.contains(other.id()))
            .map(ConditionPage::named)
            .toList();
    Map<String, Object> json = named(concept);
    json.put("alsoKnownAs", alsoKnownAs);
    json.put("codes", concept.codes());
    json.put("summary", summary);
    json.put("sections", sections.stream().map(ConditionPage::section).toList());
    json.put("disclaimer", DISCLAIMER);
    json.put("editorial", editorial());
    json.put("related", related);
    return new Page(
        PageKind.CONDITION,
        concept.id(),
        concept.name(),
        Optional.ofNullable(concept.shortName()),
        concept.label(),
        covers,
        json);
  }

  /** How pages and lists name a condition. */
  static Map<String, Object> named(Concept concept) {
    return Json.of(
        "slug", concept.id(),
        "name", concept.name(),
        "shortName", concept.shortName(),
        "label", concept.label());
  }

  private Map<String, Object> editorial() {
    return Json.of(
        "reviewedBy", reviewedBy,
        "reviewed", reviewed.toString(),
        "nextReview", nextReview.toString(),
        "sources", sources.stream().map(Source::toJson).toList(),
        "processUrl", PROCESS);
  }

  private static Map<String, Object> section(Section section) {
    return Json.of(
        "id", section.id(),
        "aspect", section.id(),
        "heading", section.heading(),
        "html", section.html(),
        "markdown", section.markdown());
  }

  private static Concept concept(PageFile file, String slug, Vocabulary vocabulary) {
    if (!slug.equals(file.name())) {
      throw file.rejected("slug", "must be the file's name");
    }
    return vocabulary
        .find(Kind.CONDITION, slug)
        .filter(found -> !found.category())
        .orElseThrow(() -> file.rejected("slug", "is not a condition of the vocabulary"));
  }

  private static Set<String> covers(
      PageFile file, Concept concept, List<String> ids, Vocabulary vocabulary) {
    if (!vocabulary.withAncestors(Kind.CONDITION, concept.id()).containsAll(ids)) {
      throw file.rejected("covers", "may name only more general conditions of the vocabulary");
    }
    return new LinkedHashSet<>(ids);
  }

  /** A name shown on the page must lead back to it, so that nobody learns a name we don't know. */
  private static List<String> names(
      PageFile file,
      Concept concept,
      Set<String> covers,
      List<String> names,
      Vocabulary vocabulary) {
    for (String name : names) {
      if (!(vocabulary.resolve(Kind.CONDITION, name) instanceof Resolution.Found found)
          || !(found.concept().id().equals(concept.id())
              || covers.contains(found.concept().id()))) {
        throw file.rejected("alsoKnownAs", name + " does not mean this condition alone");
      }
    }
    return names;
  }

  private static List<Section> sections(PageFile file, List<Section> parts) {
    if (!parts.get(0).markdown().isEmpty()) {
      throw file.rejected("text", "begins before the first heading");
    }
    List<Section> sections = parts.subList(1, parts.size());
    Set<String> ids = new HashSet<>();
    for (Section section : sections) {
      if (Aspect.find(section.id()).isEmpty()) {
        throw file.rejected("## " + section.heading(), "needs an aspect such as {#symptoms}");
      }
      if (!ids.add(section.id()) || section.html().isEmpty()) {
        throw file.rejected("{#" + section.id() + "}", "must be there once, with text");
      }
    }
    Arrays.stream(Aspect.values())
        .filter(aspect -> aspect.required() && !ids.contains(aspect.id()))
        .findFirst()
        .ifPresent(
            missing -> {
              throw file.rejected("{#" + missing.id() + "}", "is missing");
            });
    return sections;
  }
}
