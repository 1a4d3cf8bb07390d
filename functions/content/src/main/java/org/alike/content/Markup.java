package org.alike.content;

import static org.alike.kernel.HtmlPage.escape;

import java.time.LocalDate;

/**
 * Writes HTML: whatever is given as words, address or value is text and is escaped. Not
 * thread-safe; one per page.
 */
final class Markup {
  private final StringBuilder html = new StringBuilder(32_768);
  private final String lang;

  /** For a page in this language. */
  Markup(String lang) {
    this.lang = lang;
  }

  /** HTML of our own. */
  Markup raw(String text) {
    html.append(text);
    return this;
  }

  /** Words between two tags, which say so where the words are in another language than the page. */
  Markup text(String tag, String wordsLang, String words) {
    return raw("<" + tag).lang(wordsLang).raw(">").words(words).raw("</" + tag + ">\n");
  }

  Markup words(String words) {
    return raw(escape(words));
  }

  /** An attribute, with the space before it. */
  Markup attribute(String name, String value) {
    return raw(" " + name + "=\"").words(value).raw("\"");
  }

  /** The attribute that says which language a part is in, where that is not the page's. */
  Markup lang(String partLang) {
    return partLang.equals(lang) ? this : attribute("lang", partLang);
  }

  Markup anchor(String address, String words) {
    return raw("<a").attribute("href", address).raw(">").words(words).raw("</a>");
  }

  Markup item(String wordsLang, String address, String words) {
    return raw("<li").lang(wordsLang).raw(">").anchor(address, words).raw("</li>\n");
  }

  Markup day(LocalDate day, Phrases phrases) {
    String words = phrases.date(day);
    return raw("<time").attribute("datetime", day.toString()).raw(">").words(words).raw("</time>");
  }

  Markup meta(String kind, String name, String content) {
    return raw("<meta").attribute(kind, name).attribute("content", content).raw(">\n");
  }

  Markup link(String relation, String address) {
    return raw("<link").attribute("rel", relation).attribute("href", address).raw(">\n");
  }

  Markup alternate(String address, String hreflang) {
    return raw("<link rel=\"alternate\"")
        .attribute("hreflang", hreflang)
        .attribute("href", address)
        .raw(">\n");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
