package org.alike.forms;

import java.util.List;
import org.alike.kernel.Answer;
import org.alike.kernel.HtmlPage;

/**
 * A page for people who meet a form without a website around it: a receipt, a form that was kept
 * half filled. Works without JavaScript, at any zoom and with a screen reader; loads nothing, and
 * tells no other website where it was. Everything given is text and is escaped. Not thread-safe.
 */
final class Page {
  private static final String STYLE =
      ":root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;"
          + "margin:0 auto;padding:2rem 1.25rem;overflow-wrap:break-word}h1,h2{line-height:1.2}"
          + "label,legend{font-weight:600}fieldset{border:1px solid;border-radius:.5rem}"
          + ".field,fieldset{margin:1.5rem 0}.hint,.error{margin:.25rem 0}.error{font-weight:600}"
          + ".error::before{content:'\\26A0\\00A0'}.box{display:block;box-sizing:border-box;"
          + "width:100%;font:inherit;padding:.5rem;margin:.25rem 0}.line{display:block;"
          + "padding:.35rem 0}.line input{width:1.25rem;height:1.25rem}"
          + ".note{border:2px solid;border-radius:.75rem;padding:.5rem 1.25rem;margin:1.5rem 0}"
          + "button{font:inherit;font-weight:600;padding:.75rem 1.5rem;border:2px solid #10595a;"
          + "border-radius:.75rem;background:#10595a;color:#fff;cursor:pointer;margin:0 .5rem .5rem "
          + "0}button.quiet{background:transparent;color:inherit}"
          + ":focus-visible{outline:3px solid #f2a587;outline-offset:3px}";
  private static final String STYLE_SOURCE = HtmlPage.styleSource(STYLE);

  private final String language;
  private final String title;
  private final StringBuilder body = new StringBuilder();
  private String leadsTo = "";

  private Page(String language, String title) {
    this.language = HtmlPage.escape(language);
    this.title = HtmlPage.escape(title);
  }

  /** A page with this title, which is also its heading. */
  static Page titled(Wording words, String title) {
    return new Page(words.language(), title);
  }

  Page text(String text) {
    return tag("p", text);
  }

  Page heading(String text) {
    return tag("h2", text);
  }

  /** Something that has just happened. */
  Page news(String text) {
    body.append("<p class=\"note\" role=\"status\">").append(HtmlPage.escape(text));
    body.append("</p>\n");
    return this;
  }

  Page list(List<String> items) {
    if (!items.isEmpty()) {
      body.append("<ul>\n");
      items.forEach(item -> tag("li", item));
      body.append("</ul>\n");
    }
    return this;
  }

  Page link(String address, String text) {
    body.append("<p><a href=\"").append(HtmlPage.escape(address)).append("\">");
    body.append(HtmlPage.escape(text)).append("</a></p>\n");
    return this;
  }

  /** Where somebody in danger finds help, before anything else is read. */
  Page help(Help help) {
    body.append("<section class=\"note\"").append(" lang=\"");
    body.append(HtmlPage.escape(help.language())).append("\">\n");
    heading(help.title()).text(help.message()).text(help.emergency()).list(help.toTexts());
    body.append("</section>\n");
    return this;
  }

  /**
   * Adds a form.
   *
   * @param origins where its answer may lead besides here, separated by spaces
   */
  Page form(PageForm form, String origins) {
    leadsTo = origins.isEmpty() ? leadsTo : " " + origins;
    body.append(form.html());
    return this;
  }

  /** The page as an answer, which nobody keeps. */
  Answer answer(int status) {
    return Answer.html(status, HtmlPage.document(language, title, STYLE, body))
        .with("content-security-policy", policy())
        .with("content-language", language)
        .with("vary", "accept, accept-language");
  }

  private String policy() {
    return "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src "
        + STYLE_SOURCE
        + "; form-action 'self'"
        + leadsTo;
  }

  private Page tag(String name, String text) {
    body.append('<').append(name).append('>').append(HtmlPage.escape(text));
    body.append("</").append(name).append(">\n");
    return this;
  }
}
