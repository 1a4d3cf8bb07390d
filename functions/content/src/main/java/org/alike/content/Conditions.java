package org.alike.content;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/** Condition pages, the list of them and their search. Thread-safe. */
final class Conditions {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String LINKED_DATA = "application/ld+json";
  private static final String LIST = "conditions";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

  /** A correction of a page reaches readers within a minute. */
  static final String BRIEFLY = "public, max-age=60, stale-while-revalidate=600";

  private final PageStore store;
  private final Vocabulary vocabulary;
  private final Catalogue catalogue;
  private final ConditionSearch search;
  private final Cursors cursors;
  private final String site;
  private final Clock clock;

  Conditions(
      PageStore store,
      Vocabulary vocabulary,
      Catalogue catalogue,
      Cursors cursors,
      String site,
      Clock clock) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
    this.search = new ConditionSearch(vocabulary, catalogue);
    this.cursors = cursors;
    this.site = site;
    this.clock = clock;
  }

  /** {@code GET /conditions/{slug}}: the page, or the way to it from another name. */
  Answer show(Request request) {
    String asked = request.path("slug");
    return page(PageKind.CONDITION, asked)
        .map(page -> represent(request, page))
        .orElseGet(() -> elsewhere(asked));
  }

  /** {@code GET /pages/{slug}}. */
  Answer showSitePage(Request request) {
    PublishedPage page =
        page(PageKind.PAGE, request.path("slug"))
            .orElseThrow(() -> Failure.notFound("There is no such page."));
    return Conditional.of(request, served(JSON, SitePage.served(page)));
  }

  /** {@code GET /conditions}: with {@code q} what fits it, else all pages from A to Z. */
  Answer list(Request request) {
    Optional<List<String>> place = request.query("cursor").map(c -> cursors.open(LIST, c));
    Optional<String> typed = request.query("q");
    if (typed.isPresent() && place.isPresent()) {
      throw Failure.malformed("A search has no further pages, so it takes no cursor.");
    }
    Map<String, Object> answer =
        typed
            .map(q -> Json.of("items", search.find(q, request.limit())))
            .orElseGet(() -> slice(request.limit(), place));
    return Conditional.of(request, served(JSON, Json.write(answer)));
  }

  private Map<String, Object> slice(int limit, Optional<List<String>> place) {
    PageStore.Slice slice = store.list(PageKind.CONDITION, limit, place.orElse(null));
    List<Map<String, Object>> items = new ArrayList<>();
    for (Entry entry : slice.entries()) {
      items.add(
          Json.of(
              "slug", entry.slug(),
              "name", entry.name(),
              "shortName", entry.shortName(),
              "label", entry.label(),
              "matched", entry.name(),
              "page", true));
    }
    List<String> next = slice.next();
    return Json.of("items", items, "next", next == null ? null : cursors.seal(LIST, next));
  }

  private Optional<PublishedPage> page(PageKind kind, String slug) {
    return SLUG.matcher(slug).matches() ? store.find(kind, slug) : Optional.empty();
  }

  private Answer represent(Request request, PublishedPage page) {
    ServedPage served = served(page);
    return wantsLinkedData(request.header("accept").orElse(""))
        ? Conditional.of(
            request,
            varying(served(LINKED_DATA, Json.write(MedicalWebPage.of(served.toJson(), site)))))
        : Conditional.of(request, varying(served(JSON, Json.write(served.toJson()))));
  }

  private ServedPage served(PublishedPage page) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new ServedPage(
        page.edition(),
        Composition.of(page.outline(), Reading.FIRST, today),
        page.head().version(),
        page.published(),
        page.related().stream()
            .flatMap(slug -> vocabulary.find(Kind.CONDITION, slug).stream())
            .toList());
  }

  /** Another name leads to the page if it means one condition only; guessing would mislead. */
  private Answer elsewhere(String asked) {
    return meant(asked)
        .flatMap(concept -> catalogue.pageOf(concept.id()))
        .filter(slug -> !slug.equals(asked))
        .map(slug -> Answer.redirect(301, "/conditions/" + slug))
        .map(answer -> answer.with("cache-control", "public, max-age=3600"))
        .orElseThrow(() -> Failure.notFound("There is no page for this condition."));
  }

  /** By its id, even if the same word means others too, or by words that mean it alone. */
  private Optional<Concept> meant(String asked) {
    Optional<Concept> byId = vocabulary.find(Kind.CONDITION, asked);
    if (byId.isPresent()) {
      return byId;
    }
    return vocabulary.resolve(Kind.CONDITION, asked) instanceof Resolution.Found found
        ? Optional.of(found.concept())
        : Optional.empty();
  }

  /** Whether the client names linked data, and does not like JSON better. */
  private static boolean wantsLinkedData(String accept) {
    double linked = quality(accept, LINKED_DATA);
    return linked > 0 && linked >= quality(accept, "application/json");
  }

  private static double quality(String accept, String type) {
    for (String range : accept.split(",", -1)) {
      String[] parts = range.split(";", -1);
      if (parts[0].strip().equalsIgnoreCase(type)) {
        for (String part : parts) {
          String parameter = part.strip();
          if (parameter.matches("q=[01](\\.\\d{0,3})?")) {
            return Double.parseDouble(parameter.substring(2));
          }
        }
        return 1;
      }
    }
    return 0;
  }

  private static Answer served(String type, String body) {
    return Answer.text(type, body).with("cache-control", BRIEFLY);
  }

  private static Answer varying(Answer answer) {
    return answer.with("vary", "accept");
  }
}
