package org.alike.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * Where somebody in danger finds help.
 *
 * @param language of what it says
 * @param country whose lines come first; empty when it is not known
 * @param title a heading
 * @param message what to say to them
 * @param emergency whom to call at once
 * @param lines whom to talk to
 */
record Help(
    String language,
    Optional<String> country,
    String title,
    String message,
    String emergency,
    List<Line> lines) {

  Help {
    lines = List.copyOf(lines);
  }

  /** One help line; hours and address may be empty. */
  record Line(String name, String contact, String hours, String url) {
    private Map<String, Object> toJson() {
      return Json.of(
          "name",
          name,
          "contact",
          contact,
          "hours",
          hours.isEmpty() ? null : hours,
          "url",
          url.isEmpty() ? null : url);
    }

    private String toText() {
      return name + ": " + contact + (hours.isEmpty() ? "" : " (" + hours + ")");
    }
  }

  Map<String, Object> toJson() {
    return Json.of(
        "title", title,
        "message", message,
        "emergency", emergency,
        "lines", lines.stream().map(Line::toJson).toList(),
        "country", country,
        "language", language);
  }

  /** The same in the order in which a page shows it. */
  List<String> toTexts() {
    List<String> texts = new ArrayList<>();
    lines.forEach(line -> texts.add(line.toText()));
    return texts;
  }
}
