package org.alike.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * Manuscripts as JSON. Reading trusts that the fields are there and of the right kind, as in what
 * we stored or {@link ManuscriptRules} has looked at. Pure.
 */
final class ManuscriptJson {
  private ManuscriptJson() {}

  static Manuscript read(Map<String, Object> json) {
    return new Manuscript(
        text(json, "slug"),
        texts(json, "alsoKnownAs"),
        texts(json, "covers"),
        texts(json, "symptoms"),
        texts(json, "treatments"),
        objects(json, "sources", ManuscriptJson::source),
        objects(json, "variants", ManuscriptJson::variant));
  }

  static Map<String, Object> write(Manuscript manuscript) {
    return Json.of(
        "slug", manuscript.slug(),
        "alsoKnownAs", manuscript.alsoKnownAs(),
        "covers", manuscript.covers(),
        "symptoms", manuscript.symptoms(),
        "treatments", manuscript.treatments(),
        "sources", manuscript.sources().stream().map(ManuscriptJson::source).toList(),
        "variants", manuscript.variants().stream().map(ManuscriptJson::variant).toList());
  }

  private static Map<String, Object> source(Source source) {
    return Json.of(
        "id", source.id(),
        "title", source.title(),
        "publisher", source.publisher(),
        "url", source.url());
  }

  private static Source source(Map<String, Object> json) {
    return new Source(
        text(json, "id"), text(json, "title"), text(json, "publisher"), text(json, "url"));
  }

  private static Map<String, Object> variant(Variant variant) {
    return Json.of(
        "lang", variant.reading().lang(),
        "level", variant.reading().level().id(),
        "name", variant.name(),
        "shortName", variant.shortName(),
        "alsoKnownAs", variant.alsoKnownAs().isEmpty() ? null : variant.alsoKnownAs(),
        "summary", variant.summary(),
        "sections", variant.sections().stream().map(ManuscriptJson::section).toList());
  }

  private static Variant variant(Map<String, Object> json) {
    return new Variant(
        new Reading(text(json, "lang"), Level.find(text(json, "level")).orElse(Level.STANDARD)),
        Optional.of(text(json, "name")).filter(name -> !name.isEmpty()),
        Optional.of(text(json, "shortName")).filter(name -> !name.isEmpty()),
        texts(json, "alsoKnownAs"),
        text(json, "summary"),
        objects(json, "sections", ManuscriptJson::section));
  }

  private static Map<String, Object> section(Section section) {
    return Json.of(
        "id", section.id(),
        "heading", section.heading(),
        "markdown", section.markdown(),
        "reviewedBy", section.review().reviewedBy(),
        "reviewed", section.review().reviewed().toString(),
        "nextReview", section.review().nextReview().toString(),
        "sources", section.sources());
  }

  private static Section section(Map<String, Object> json) {
    Review review =
        new Review(
            text(json, "reviewedBy"),
            LocalDate.parse(text(json, "reviewed")),
            LocalDate.parse(text(json, "nextReview")));
    return new Section(
        text(json, "id"),
        text(json, "heading"),
        text(json, "markdown"),
        review,
        texts(json, "sources"));
  }

  private static String text(Map<String, Object> json, String name) {
    return text(json.get(name));
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text.replace("\r\n", "\n").strip() : "";
  }

  private static List<String> texts(Map<String, Object> json, String name) {
    return json.get(name) instanceof List<?> list
        ? list.stream().map(ManuscriptJson::text).toList()
        : List.of();
  }

  private static <T> List<T> objects(
      Map<String, Object> json, String name, Function<Map<String, Object>, T> reading) {
    List<T> objects = new ArrayList<>();
    if (json.get(name) instanceof List<?> list) {
      list.forEach(entry -> objects.add(reading.apply(Json.asObject(entry).orElse(Map.of()))));
    }
    return objects;
  }
}
