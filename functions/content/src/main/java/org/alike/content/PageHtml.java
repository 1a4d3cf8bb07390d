package org.alike.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition page as a whole HTML page, for browsers, crawlers and readers without our website
 * around them: without scripts, and loading nothing. Everything is escaped but the sections' HTML,
 * which was cleaned when it was made. One per answer.
 */
final class PageHtml {
  /** Addresses in a text are relative to the website. */
  private static final Pattern RELATIVE = Pattern.compile("<a href=\"(?!https?:|mailto:|//|#)/?");

  private final ServedPage page;
  private final SiteAddresses addresses;
  private final Phrases phrases;
  private final Markup html;

  private PageHtml(ServedPage page, SiteAddresses addresses) {
    this.page = page;
    this.addresses = addresses;
    this.phrases = Phrases.of(page.lang());
    this.html = new Markup(page.lang());
  }

  static String of(ServedPage page, SiteAddresses addresses) {
    PageHtml made = new PageHtml(page, addresses);
    PageHead.write(made.html, page, addresses);
    made.opening();
    page.composition().places().forEach(made::section);
    made.terms(made.phrases.symptoms(), page.edition().subject().symptoms());
    made.terms(made.phrases.treatments(), page.edition().subject().treatments());
    made.closing();
    return made.html.toString();
  }

  private void opening() {
    html.raw("<body>\n<main>\n").text("h1", page.lang(), page.title().label());
    if (!page.alsoKnownAs().isEmpty()) {
      say("p", phrases.alsoCalled() + ": " + String.join(", ", page.alsoKnownAs()));
    }
    html.text("p", page.variant().reading().lang(), page.variant().summary());
    say("p", phrases.disclaimer());
    readings();
    html.raw("<nav").attribute("aria-label", phrases.onThisPage()).raw(">\n<ul>\n");
    for (Composition.Place place : page.composition().places()) {
      String heading = page.edition().section(place).heading();
      html.item(place.from().lang(), "#" + place.id(), heading);
    }
    html.raw("</ul>\n</nav>\n");
  }

  /** The page in its other languages and levels. */
  private void readings() {
    List<Level> levels = List.copyOf(Outline.of(page.edition().manuscript()).levels());
    List<String> languages = page.edition().manuscript().languages();
    if (languages.size() * levels.size() < 2) {
      return;
    }
    html.raw("<ul>\n");
    for (String lang : languages) {
      for (Level level : levels) {
        if (!new Reading(lang, level).equals(page.composition().reading())) {
          Phrases theirs = Phrases.of(lang);
          String words = Phrases.nameOf(lang) + ", " + theirs.level(level);
          html.item(theirs.lang(), "?lang=" + lang + "&level=" + level.id(), words);
        }
      }
    }
    html.raw("</ul>\n");
  }

  private void section(Composition.Place place) {
    Section section = page.edition().section(place);
    String lang = place.from().lang();
    html.raw("<section").attribute("aria-labelledby", place.id()).raw(">\n<h2");
    html.attribute("id", place.id()).lang(lang).raw(">").words(section.heading()).raw("</h2>\n");
    if (place.fallback()) {
      note(phrases.otherReading());
    }
    if (place.overdue()) {
      note(phrases.overdue());
    }
    html.raw("<div").lang(lang).raw(">\n").raw(onTheSite(page.edition().html(place)));
    html.raw("\n</div>\n");
    editorial(section);
    html.raw("</section>\n");
  }

  private void editorial(Section section) {
    Review review = section.review();
    html.raw("<p class=\"small\"").lang(phrases.lang()).raw(">");
    html.words(phrases.reviewedBy() + " " + review.reviewedBy() + ", ");
    html.day(review.reviewed(), phrases).words(". " + phrases.nextReview() + ": ");
    html.day(review.nextReview(), phrases).words(". " + phrases.sources() + ": ");
    String between = "";
    for (Source source : page.edition().manuscript().sources(section)) {
      html.raw(between).anchor(source.url(), source.publisher() + ", " + source.title());
      between = "; ";
    }
    html.raw(".</p>\n");
  }

  /** The vocabulary names them in English. */
  private void terms(String heading, List<Term> terms) {
    if (!terms.isEmpty()) {
      say("h2", heading);
      html.raw("<ul>\n");
      terms.forEach(term -> html.text("li", Reading.ENGLISH, term.name()));
      html.raw("</ul>\n");
    }
  }

  private void closing() {
    if (!page.related().isEmpty()) {
      say("h2", phrases.related());
      html.raw("<ul>\n");
      page.related()
          .forEach(
              other -> html.item(Reading.ENGLISH, addresses.condition(other.id()), other.label()));
      html.raw("</ul>\n");
    }
    html.raw("</main>\n<footer>\n<ul>\n");
    String address = addresses.condition(page.slug(), page.lang());
    html.item(phrases.lang(), address, phrases.wholeSite());
    html.item(phrases.lang(), addresses.sitePage("editorial-process"), phrases.editorialProcess());
    html.raw("</ul>\n</footer>\n</body>\n</html>\n");
  }

  private String onTheSite(String section) {
    String link = "<a href=\"" + Matcher.quoteReplacement(addresses.home());
    return RELATIVE.matcher(section).replaceAll(link);
  }

  private void note(String words) {
    html.raw("<p class=\"note\"").lang(phrases.lang()).raw(">").words(words).raw("</p>\n");
  }

  private void say(String tag, String words) {
    html.text(tag, phrases.lang(), words);
  }
}
