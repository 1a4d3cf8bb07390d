package org.alike.content;

import org.alike.kernel.HtmlPage;
import org.alike.kernel.Json;

/**
 * The head of a condition's HTML page: what search engines and those who share it are told, and the
 * little style it needs. Pure.
 */
final class PageHead {
  private static final String STYLE =
      ":root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:42rem;"
          + "margin:0 auto;padding:2rem 1.25rem;overflow-wrap:break-word}h1,h2{line-height:1.2}"
          + "ul,ol{padding-left:1.25rem}.small{font-size:.9375rem}"
          + ".note{border-left:4px solid #c2410c;padding-left:.75rem}"
          + "a:focus-visible{outline:3px solid #f2a587;outline-offset:3px}";

  /** Nothing may be loaded or run. */
  static final String POLICY =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'; style-src "
          + HtmlPage.styleSource(STYLE);

  private PageHead() {}

  static void write(Markup html, ServedPage page, SiteAddresses addresses) {
    String label = page.title().label();
    String summary = page.variant().summary();
    String canonical = addresses.condition(page.slug(), page.lang());
    html.raw("<!doctype html>\n<html").attribute("lang", page.lang()).raw(">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n");
    html.meta("name", "viewport", "width=device-width, initial-scale=1");
    html.raw("<title>").words(label + " · Alike").raw("</title>\n");
    html.meta("name", "description", summary);
    html.meta("property", "og:type", "article");
    html.meta("property", "og:site_name", "Alike");
    html.meta("property", "og:title", label);
    html.meta("property", "og:description", summary);
    html.meta("property", "og:url", canonical);
    html.link("canonical", canonical);
    for (String lang : page.edition().manuscript().languages()) {
      html.alternate(addresses.condition(page.slug(), lang), lang);
    }
    html.alternate(addresses.condition(page.slug()), "x-default");
    html.raw("<style>" + STYLE + "</style>\n<script type=\"application/ld+json\">");
    html.raw(Json.write(MedicalWebPage.of(page, addresses)).replace("<", "\\u003c"));
    html.raw("</script>\n</head>\n");
  }
}
