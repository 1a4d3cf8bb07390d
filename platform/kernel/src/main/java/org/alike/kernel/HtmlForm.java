package org.alike.kernel;

import java.util.Map;

/**
 * A form on an {@link HtmlPage} that posts to the page's own address: fields that only travel along
 * and questions with a choice of answers. Everything given is text and is escaped. Not thread-safe.
 */
public final class HtmlForm {
  private final StringBuilder body = new StringBuilder();
  private int questions;

  /** Adds a field that is sent again as it is. */
  public HtmlForm hidden(String name, String value) {
    body.append("<input type=\"hidden\" name=\"").append(HtmlPage.escape(name));
    body.append("\" value=\"").append(HtmlPage.escape(value)).append("\">\n");
    return this;
  }

  /**
   * Adds a question that has to be answered.
   *
   * @param name of the field that the answer is sent as; several questions may share it
   * @param question its label
   * @param answers what is sent, with what is shown
   */
  public HtmlForm choice(String name, String question, Map<String, String> answers) {
    String id = "question-" + ++questions;
    body.append("<p><label for=\"").append(id).append("\">").append(HtmlPage.escape(question));
    body.append("</label><br>\n<select required id=\"").append(id).append("\" name=\"");
    body.append(HtmlPage.escape(name)).append("\">\n<option value=\"\">Please choose</option>\n");
    answers.forEach(this::option);
    body.append("</select></p>\n");
    return this;
  }

  private void option(String value, String text) {
    body.append("<option value=\"").append(HtmlPage.escape(value)).append("\">");
    body.append(HtmlPage.escape(text)).append("</option>\n");
  }

  /** The form's HTML with its button. */
  String html(String button) {
    return "<form method=\"post\" accept-charset=\"utf-8\">\n"
        + body
        + "<p><button type=\"submit\">"
        + HtmlPage.escape(button)
        + "</button></p>\n</form>\n";
  }
}
