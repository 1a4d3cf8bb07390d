package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * A condition page as linked data (schema.org MedicalWebPage about a MedicalCondition): made of
 * what is served, with nothing that is not on the page and no property that schema.org lacks.
 */
final class MedicalWebPage {
  private MedicalWebPage() {}

  /** The linked data of a served page; {@code site} is the origin that people read it at. */
  static Map<String, Object> of(Map<String, Object> page, String site) {
    Map<String, Object> editorial = Json.asObject(page.get("editorial")).orElse(Map.of());
    String url = site + "/condition.html?c=" + page.get("slug");
    return Json.of(
        "@context", "https://schema.org",
        "@type", "MedicalWebPage",
        "@id", url,
        "url", url,
        "name", page.get("label"),
        "description", page.get("summary"),
        "inLanguage", "en",
        "lastReviewed", editorial.get("reviewed"),
        "reviewedBy", organization(editorial.get("reviewedBy")),
        "about", condition(page),
        "hasPart", objects(page.get("sections")).stream().map(s -> part(s, url)).toList(),
        "citation", objects(editorial.get("sources")).stream().map(MedicalWebPage::source).toList(),
        "breadcrumb", breadcrumb(page, site, url));
  }

  private static Map<String, Object> condition(Map<String, Object> page) {
    List<Object> names = new ArrayList<>();
    if (page.get("shortName") != null) {
      names.add(page.get("shortName"));
    }
    if (page.get("alsoKnownAs") instanceof List<?> others) {
      names.addAll(others);
    }
    List<Map<String, Object>> codes =
        Json.asObject(page.get("codes")).orElse(Map.of()).entrySet().stream()
            .map(code -> code(code.getKey(), code.getValue()))
            .toList();
    return Json.of(
        "@type",
        "MedicalCondition",
        "name",
        page.get("name"),
        "alternateName",
        names.isEmpty() ? null : names,
        "code",
        codes.isEmpty() ? null : codes);
  }

  private static Map<String, Object> code(String system, Object value) {
    return Json.of("@type", "MedicalCode", "codingSystem", system, "codeValue", value);
  }

  private static Map<String, Object> part(Map<String, Object> section, String url) {
    return Json.of(
        "@type",
        "WebPageElement",
        "@id",
        url + "#" + section.get("id"),
        "name",
        section.get("heading"));
  }

  private static Map<String, Object> source(Map<String, Object> source) {
    return Json.of(
        "@type", "WebPage",
        "name", source.get("title"),
        "url", source.get("url"),
        "publisher", organization(source.get("publisher")));
  }

  private static Map<String, Object> organization(@Nullable Object name) {
    return Json.of("@type", "Organization", "name", name);
  }

  private static Map<String, Object> breadcrumb(Map<String, Object> page, String site, String url) {
    return Json.of(
        "@type",
        "BreadcrumbList",
        "itemListElement",
        List.of(step(1, "Conditions", site + "/"), step(2, String.valueOf(page.get("name")), url)));
  }

  private static Map<String, Object> step(int position, String name, String url) {
    return Json.of("@type", "ListItem", "position", position, "name", name, "item", url);
  }

  private static List<Map<String, Object>> objects(@Nullable Object value) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(entry -> Json.asObject(entry).ifPresent(objects::add));
    }
    return objects;
  }
}
