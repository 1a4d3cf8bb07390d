package org.alike.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A small page for people who come without our website around them: after a plain form post, or by
 * a link in a mail. Works without JavaScript, at any zoom and with a screen reader; loads nothing.
 *
 * <pre>{@code
 * return HtmlPage.titled("Please check your answers").text("Nothing was stored.").answer(422);
 * }</pre>
 *
 * <p>Everything given is text and is escaped. Not thread-safe; one per answer.
 */
public final class HtmlPage {
  private static final String STYLE =
      ":root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;"
          + "margin:0 auto;padding:2rem 1.25rem;overflow-wrap:break-word}h1{line-height:1.2}"
          + "select{font:inherit;max-width:100%;padding:.5rem}button{font:inherit;font-weight:600;padding:.75rem 1.5rem;border:0;"
          + "border-radius:.75rem;background:#10595a;color:#fff;cursor:pointer}"
          + "button:focus-visible,a:focus-visible{outline:3px solid #f2a587;outline-offset:3px}";
  private static final String STYLE_SOURCE = styleSource(STYLE);

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private String formTargets = "'none'";

  private HtmlPage(String title) {
    this.title = escape(title);
  }

  /** A page with this title, which is also its heading. */
  public static HtmlPage titled(String title) {
    return new HtmlPage(title);
  }

  /** Adds a paragraph. */
  public HtmlPage text(String text) {
    body.append("<p>").append(escape(text)).append("</p>\n");
    return this;
  }

  /** Adds a list; nothing when there are no items. */
  public HtmlPage list(List<String> items) {
    if (!items.isEmpty()) {
      body.append("<ul>\n");
      items.forEach(item -> body.append("<li>").append(escape(item)).append("</li>\n"));
      body.append("</ul>\n");
    }
    return this;
  }

  /** Adds a link. */
  public HtmlPage link(String address, String text) {
    body.append("<p><a href=\"").append(escape(address)).append("\">");
    body.append(escape(text)).append("</a></p>\n");
    return this;
  }

  /**
   * Adds a form that posts to the page's own address.
   *
   * @param leadsTo origins that the answer may redirect to, separated by spaces; browsers refuse
   *     any other
   */
  public HtmlPage form(HtmlForm form, String button, String leadsTo) {
    formTargets = "'self' " + leadsTo;
    body.append(form.html(button));
    return this;
  }

  /**
   * Adds a button that posts to the page's own address.
   *
   * @param leadsTo origin that the answer redirects to; browsers refuse any other
   */
  public HtmlPage button(String text, String leadsTo) {
    formTargets = "'self' " + leadsTo;
    body.append("<form method=\"post\"><button type=\"submit\">").append(escape(text));
    body.append("</button></form>\n");
    return this;
  }

  /** The page as an answer. */
  public Answer answer(int status) {
    return Answer.html(status, document("en", title, STYLE, body))
        .with("content-security-policy", policy());
  }

  /**
   * A whole page around what is HTML already.
   *
   * @param title its name and its heading, escaped
   */
  public static String document(String language, String title, String style, CharSequence body) {
    return "<!doctype html>\n<html lang=\""
        + language
        + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"robots\" content=\"noindex\">\n<title>"
        + title
        + "</title>\n<style>"
        + style
        + "</style>\n</head>\n<body>\n<main>\n<h1>"
        + title
        + "</h1>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  private String policy() {
    return "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src "
        + STYLE_SOURCE
        + "; form-action "
        + formTargets;
  }

  /** Text as it stands in HTML, between tags and in quoted attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The source by which a content security policy allows a style of this text. */
  public static String styleSource(String style) {
    return "'sha256-" + sha256(style) + "'";
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
