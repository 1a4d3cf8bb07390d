package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * A condition page as linked data (schema.org MedicalWebPage about a MedicalCondition): made of
 * what is served, with nothing that is not on the page, and with no property and no type that
 * schema.org does not allow where it stands.
 */
final class MedicalWebPage {
  private final ServedPage page;
  private final SiteAddresses addresses;
  private final String url;

  private MedicalWebPage(ServedPage page, SiteAddresses addresses) {
    this.page = page;
    this.addresses = addresses;
    this.url = addresses.condition(page.slug(), page.lang());
  }

  /** The linked data of a served page. */
  static Map<String, Object> of(ServedPage page, SiteAddresses addresses) {
    return new MedicalWebPage(page, addresses).toJson();
  }

  private Map<String, Object> toJson() {
    return Json.of(
        "@context", "https://schema.org",
        "@type", "MedicalWebPage",
        "@id", url,
        "url", url,
        "name", page.title().label(),
        "description", page.variant().summary(),
        "inLanguage", page.lang(),
        "isAccessibleForFree", true,
        "publishingPrinciples", addresses.sitePage("editorial-process"),
        "lastReviewed", page.reviewed().toString(),
        "reviewedBy", page.reviewers().stream().map(MedicalWebPage::organization).toList(),
        "dateModified", page.published().toString(),
        "version", page.version(),
        "about", condition(),
        "hasPart", page.composition().places().stream().map(this::part).toList(),
        "citation", page.sources().stream().map(MedicalWebPage::source).toList(),
        "workTranslation", orNull(translations()),
        "breadcrumb", breadcrumb());
  }

  private Map<String, Object> condition() {
    Subject subject = page.edition().subject();
    List<String> names =
        Stream.concat(page.title().shortName().stream(), page.alsoKnownAs().stream()).toList();
    List<Map<String, Object>> codes = new ArrayList<>();
    subject
        .codes()
        .forEach(
            (system, code) ->
                codes.add(
                    Json.of("@type", "MedicalCode", "codingSystem", system, "codeValue", code)));
    return Json.of(
        "@type", "MedicalCondition",
        "name", page.title().name(),
        "alternateName", orNull(names),
        "code", orNull(codes),
        "signOrSymptom", orNull(terms(subject.symptoms())),
        "possibleTreatment", orNull(terms(subject.treatments())));
  }

  /** None in other languages: the vocabulary has these names in English only. */
  private List<Map<String, Object>> terms(List<Term> terms) {
    return page.lang().equals(Reading.ENGLISH)
        ? terms.stream().map(MedicalWebPage::term).toList()
        : List.of();
  }

  private static Map<String, Object> term(Term term) {
    return Json.of("@type", term.type(), "name", term.name());
  }

  /** Only HealthTopicContent may name an aspect, and not every section has one there. */
  private Map<String, Object> part(Composition.Place place) {
    String aspect = Aspect.find(place.id()).flatMap(Aspect::healthAspect).orElse("");
    return Json.of(
        "@type",
        aspect.isEmpty() ? "WebPageElement" : "HealthTopicContent",
        "@id",
        url + "#" + place.id(),
        "url",
        url + "#" + place.id(),
        "name",
        page.edition().section(place).heading(),
        "inLanguage",
        place.from().lang(),
        "hasHealthAspect",
        aspect.isEmpty() ? null : "https://schema.org/" + aspect);
  }

  private static Map<String, Object> source(Source source) {
    return Json.of(
        "@type", "WebPage",
        "name", source.title(),
        "url", source.url(),
        "publisher", organization(source.publisher()));
  }

  private List<Map<String, Object>> translations() {
    return page.edition().manuscript().languages().stream()
        .filter(lang -> !lang.equals(page.lang()))
        .map(lang -> Json.of("@id", addresses.condition(page.slug(), lang)))
        .toList();
  }

  private static Map<String, Object> organization(String name) {
    return Json.of("@type", "Organization", "name", name);
  }

  private Map<String, Object> breadcrumb() {
    return Json.of(
        "@type",
        "BreadcrumbList",
        "itemListElement",
        List.of(step(1, "Conditions", addresses.home()), step(2, page.title().name(), url)));
  }

  private static Map<String, Object> step(int position, String name, String url) {
    return Json.of(
        "@type", "ListItem", "position", position, "name", name, "item", Json.of("@id", url));
  }

  private static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
