package org.alike.forms;

import java.util.List;
import java.util.Map;
import org.alike.kernel.HtmlPage;

/**
 * A form on a {@link Page}. Each input has its label, its help and, where there is one, the message
 * that says what is wrong with it. Everything given is text and is escaped. Not thread-safe.
 */
final class PageForm {
  private final String action;
  private final StringBuilder html = new StringBuilder();
  private int inputs;
  private boolean files;

  /** A form that is posted to this path; to the page's own where it is empty. */
  PageForm(String action) {
    this.action = action;
  }

  PageForm hidden(String name, String value) {
    html.append("<input type=\"hidden\"").append(attribute("name", name));
    html.append(attribute("value", value)).append(">\n");
    return this;
  }

  /** A value that can be seen, but not changed here. */
  PageForm shown(String label, List<String> values) {
    html.append("<div class=\"field\"><p><strong>").append(HtmlPage.escape(label));
    html.append("</strong></p>\n");
    values.forEach(v -> html.append("<p>").append(HtmlPage.escape(v)).append("</p>\n"));
    html.append("</div>\n");
    return this;
  }

  /** One line, of an input type of HTML. */
  PageForm line(Label label, String type, String value) {
    open(label, "");
    html.append("<input class=\"box\"").append(attribute("type", type)).append(common(label));
    html.append(attribute("value", value)).append("></div>\n");
    return this;
  }

  /** A file, or several of them. */
  PageForm file(Label label, boolean several) {
    open(label, "");
    files = true;
    html.append("<input class=\"box\" type=\"file\"").append(several ? " multiple" : "");
    html.append(common(label)).append("></div>\n");
    return this;
  }

  /** Several lines of the same kind, as many as there are values. */
  PageForm lines(Label label, String type, List<String> values) {
    group(label);
    for (int i = 0; i < values.size(); i++) {
      html.append("<input class=\"box\"").append(attribute("type", type));
      html.append(attribute("name", label.name())).append(limit(label));
      html.append(attribute("aria-label", label.text() + " (" + (i + 1) + ")"));
      html.append(attribute("value", values.get(i))).append(">\n");
    }
    html.append("</fieldset>\n");
    return this;
  }

  /** The line break behind the tag is HTML's own: without it the text would lose its first. */
  PageForm area(Label label, String value) {
    open(label, "");
    html.append("<textarea class=\"box\" rows=\"7\"").append(common(label)).append(">\n");
    html.append(HtmlPage.escape(value)).append("</textarea></div>\n");
    return this;
  }

  /** One of several; the first choice may be an empty one. */
  PageForm choice(Label label, Map<String, String> choices, String chosen) {
    open(label, "");
    html.append("<select class=\"box\"").append(common(label)).append(">\n");
    choices.forEach(
        (value, text) -> {
          html.append("<option").append(attribute("value", value));
          html.append(value.equals(chosen) ? " selected>" : ">");
          html.append(HtmlPage.escape(text)).append("</option>\n");
        });
    html.append("</select></div>\n");
    return this;
  }

  /** Some of several. The hidden field says that none is chosen, where none is. */
  PageForm checks(Label label, Map<String, String> choices, List<String> chosen) {
    group(label);
    hidden(label.name(), "");
    choices.forEach(
        (value, text) -> {
          html.append("<label class=\"line\"><input type=\"checkbox\"");
          html.append(attribute("name", label.name())).append(attribute("value", value));
          html.append(chosen.contains(value) ? " checked> " : "> ");
          html.append(HtmlPage.escape(text)).append("</label>\n");
        });
    html.append("</fieldset>\n");
    return this;
  }

  /** A button that sends the form, with a field of its own. */
  PageForm button(String text, String name, String value, boolean quiet) {
    html.append(quiet ? "<button class=\"quiet\" formnovalidate" : "<button");
    html.append(" type=\"submit\"").append(attribute("name", name));
    html.append(attribute("value", value)).append('>');
    html.append(HtmlPage.escape(text)).append("</button>\n");
    return this;
  }

  /** The button that most people want. */
  PageForm button(String text) {
    html.append("<button type=\"submit\">").append(HtmlPage.escape(text)).append("</button>\n");
    return this;
  }

  String html() {
    String to = action.isEmpty() ? "" : attribute("action", action);
    String type = files ? attribute("enctype", "multipart/form-data") : "";
    return "<form method=\"post\""
        + to
        + type
        + " accept-charset=\"utf-8\">\n"
        + html
        + "</form>\n";
  }

  private void open(Label label, String more) {
    String id = id(++inputs);
    html.append("<div class=\"field\"").append(more).append("><label");
    html.append(attribute("for", id)).append('>').append(HtmlPage.escape(label.text()));
    html.append("</label>\n").append(described(label, id));
  }

  private void group(Label label) {
    String id = id(++inputs);
    html.append("<fieldset").append(describedBy(label, id)).append("><legend>");
    html.append(HtmlPage.escape(label.text())).append("</legend>\n").append(described(label, id));
  }

  private String common(Label label) {
    String id = id(inputs);
    return attribute("id", id)
        + attribute("name", label.name())
        + limit(label)
        + describedBy(label, id)
        + (label.error().isEmpty() ? "" : " aria-invalid=\"true\"");
  }

  private static String limit(Label label) {
    return label.length() > 0 ? attribute("maxlength", String.valueOf(label.length())) : "";
  }

  private static String described(Label label, String id) {
    return part("hint", id, label.help()) + part("error", id, label.error());
  }

  private static String part(String kind, String id, String text) {
    return text.isEmpty()
        ? ""
        : "<p class=\"%s\" id=\"%s-%s\">%s</p>\n".formatted(kind, id, kind, HtmlPage.escape(text));
  }

  private static String describedBy(Label label, String id) {
    String ids =
        (label.help().isEmpty() ? "" : id + "-hint ")
            + (label.error().isEmpty() ? "" : id + "-error");
    return ids.isEmpty() ? "" : attribute("aria-describedby", ids.strip());
  }

  private static String id(int number) {
    return "input-" + number;
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + HtmlPage.escape(value) + "\"";
  }
}
