package org.alike.content;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Serves condition pages and the site's own pages. What a client has is compared by a tag made of
 * the page's digest and outline, so that nothing is unpacked for who has it. Thread-safe.
 */
final class ConditionPages {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");
  private final KeptPages pages;
  private final Vocabulary vocabulary;
  private final Catalogue catalogue;
  private final SiteAddresses addresses;
  private final String release;
  private final Clock clock;

  /**
   * Serves what this store keeps.
   *
   * @param release which code this is: a new one may write the same page otherwise
   */
  ConditionPages(
      PageStore store,
      Vocabulary vocabulary,
      Catalogue catalogue,
      SiteAddresses addresses,
      String release,
      Clock clock) {
    this.pages = new KeptPages(store, clock);
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
    this.addresses = addresses;
    this.release = release;
    this.clock = clock;
  }

  /** {@code GET /conditions/{slug}}: the page, or the way to it from another name. */
  Answer show(Request request) {
    Asked asked = Asked.of(request);
    return find(PageKind.CONDITION, request.path("slug"))
        .map(page -> represent(request, page, asked.of(page.outline())))
        .orElseGet(() -> elsewhere(request));
  }

  /** {@code GET /pages/{slug}}. */
  Answer showSitePage(Request request) {
    PublishedPage page =
        find(PageKind.PAGE, request.path("slug"))
            .orElseThrow(() -> Failure.notFound("There is no such page."));
    String tag = Conditional.tag(release, page.head().digest(), version(page));
    return Conditional.of(Form.JSON.contentType())
        .answer(request, tag, () -> SitePage.served(page));
  }

  private Optional<PublishedPage> find(PageKind kind, String slug) {
    return SLUG.matcher(slug).matches() ? pages.find(kind, slug) : Optional.empty();
  }

  private Answer represent(Request request, PublishedPage page, Reading asked) {
    Form form = Form.wantedBy(request);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Composition composition = Composition.of(page.outline(), asked, today);
    List<Concept> related =
        page.related().stream()
            .flatMap(slug -> vocabulary.find(Kind.CONDITION, slug).stream())
            .toList();
    Conditional answer =
        Conditional.of(form.contentType())
            .varyingBy("accept, accept-language")
            .with("content-language", composition.reading().lang());
    return (form == Form.HTML ? answer.with("content-security-policy", PageHead.POLICY) : answer)
        .answer(
            request,
            tag(form, page, composition, related),
            () -> text(form, served(page, composition, related)));
  }

  private static ServedPage served(
      PublishedPage page, Composition composition, List<Concept> related) {
    return new ServedPage(
        page.edition(), composition, page.head().version(), page.published(), related);
  }

  private String tag(
      Form form, PublishedPage page, Composition composition, List<Concept> related) {
    StringJoiner neighbours = new StringJoiner("|");
    related.forEach(concept -> neighbours.add(concept.id()).add(concept.label()));
    return Conditional.tag(
        release,
        form.name(),
        page.head().digest(),
        version(page),
        composition.toString(),
        neighbours.toString());
  }

  private static String version(PublishedPage page) {
    return Long.toString(page.head().version());
  }

  private String text(Form form, ServedPage page) {
    return switch (form) {
      case JSON -> Json.write(page.toJson());
      case LINKED_DATA -> Json.write(MedicalWebPage.of(page, addresses));
      case HTML -> PageHtml.of(page, addresses);
    };
  }

  /** Another name leads to the page if it means one condition only; guessing would mislead. */
  private Answer elsewhere(Request request) {
    String words = request.path("slug");
    String slug =
        catalogue
            .pageOf(meant(words).id())
            .filter(other -> !other.equals(words))
            .orElseThrow(() -> Failure.notFound("There is no page for this condition yet."));
    return Answer.redirect(301, "/conditions/" + slug + query(request))
        .with("cache-control", "public, max-age=3600");
  }

  /** By its id, even if the same word means others too, or by words that mean it alone. */
  private Concept meant(String words) {
    Optional<Concept> byId = vocabulary.find(Kind.CONDITION, words);
    if (byId.isPresent()) {
      return byId.get();
    }
    Resolution meaning = vocabulary.resolve(Kind.CONDITION, words);
    if (meaning instanceof Resolution.Found found) {
      return found.concept();
    }
    throw Failure.notFound(
        meaning instanceof Resolution.Ambiguous
            ? "These words can mean several conditions. Search for them to choose one."
            : "We know no condition by these words. Try to search for them.");
  }

  /** Whoever asked for a reading gets it there as well; both were checked. */
  private static String query(Request request) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    request.query("lang").ifPresent(lang -> query.add("lang=" + lang));
    request.query("level").ifPresent(level -> query.add("level=" + level));
    return query.toString();
  }
}
