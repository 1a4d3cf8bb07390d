package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page at {@code /_local/}: where everything is, what is in the tables and failure
 * destinations, and the ways that the last requests took.
 */
final class Overview {
  private static final int WAYS = 25;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Template template;
  private final Map<String, URI> places;
  private final Tables tables;
  private final Undelivered undelivered;
  private final Trace trace;

  Overview(
      Template template,
      Map<String, URI> places,
      Tables tables,
      Undelivered undelivered,
      Trace trace) {
    this.template = template;
    this.places = places;
    this.tables = tables;
    this.undelivered = undelivered;
    this.trace = trace;
  }

  String html() {
    return Html.page(
        "Alike on this machine",
        places()
            + "<h2>The last requests and what followed</h2>"
            + ways()
            + "<h2>Tables</h2>"
            + tables()
            + "<h2>Not delivered</h2>"
            + failures());
  }

  private String places() {
    StringBuilder list = new StringBuilder("<ul>");
    places.forEach(
        (name, uri) ->
            list.append("<li>")
                .append(Html.escape(name))
                .append(": ")
                .append(Html.link(uri.toString(), uri.toString()))
                .append("</li>"));
    return list.append("</ul>").toString();
  }

  private String tables() {
    StringBuilder rows = new StringBuilder("<table><tr><th>Table<th>Items<th>Stream readers</tr>");
    for (Template.Table table : template.tables()) {
      List<String> readers =
          template.mappings().stream()
              .filter(mapping -> mapping.table().equals(table.name()))
              .map(Template.Mapping::function)
              .toList();
      rows.append("<tr><td>")
          .append(Html.escape(table.name()))
          .append("<td>")
          .append(tables.count(table.name()))
          .append("<td>")
          .append(Html.escape(String.join(", ", readers)))
          .append("</tr>");
    }
    return rows.append("</table>").toString();
  }

  private String failures() {
    List<JsonNode> messages = undelivered.messages();
    if (messages.isEmpty()) {
      return "<p>Nothing: every event reached its function.</p>";
    }
    StringBuilder list = new StringBuilder("<ol>");
    for (JsonNode message : messages) {
      list.append("<li><p>")
          .append(Html.escape(message.path("time").asText()))
          .append("</p><pre>")
          .append(Html.escape(Json.pretty(message.path("message"))))
          .append("</pre></li>");
    }
    return list.append("</ol>").toString();
  }

  private String ways() {
    List<Trace.Way> ways = trace.ways(WAYS);
    if (ways.isEmpty()) {
      return "<p>None yet.</p>";
    }
    StringBuilder html = new StringBuilder();
    for (Trace.Way way : ways) {
      html.append("<div class=\"way\">").append(step(way.request(), way.request()));
      way.followed().forEach(step -> html.append(step(step, way.request())));
      html.append("</div>");
    }
    return html.toString();
  }

  private String step(Trace.Step step, Trace.Step request) {
    String table = template.function(step.function()).environment().getOrDefault("TABLE", "");
    boolean wrote = step.cost() != null && step.cost().writeUnits() > 0;
    String from =
        switch (step.origin().kind()) {
          case "stream" -> node("table", step.origin().what()) + " stream →";
          case "event" -> node("bus", step.origin().what()) + " bus →";
          default -> node("request", step.origin().what()) + " →";
        };
    return "<div class=\"step\">"
        + from
        + node("function", step.function())
        + (wrote ? " → " + node("table", table) : "")
        + "<span class=\"muted"
        + (step.status().equals("failed") ? " failed" : "")
        + "\">"
        + numbers(step, Duration.between(request.at(), step.at()).toMillis())
        + "</span></div>";
  }

  private static String numbers(Trace.Step step, long after) {
    String start = after == 0 ? TIME.format(step.at()) : "after " + after + " ms";
    String text = "%s, %s, %d ms".formatted(step.status(), start, step.millis());
    Cost cost = step.cost();
    if (cost == null || cost.requests() == 0) {
      return text;
    }
    return text
        + String.format(
            Locale.ROOT,
            ", DynamoDB: %d requests, %.1f read and %.1f write units",
            cost.requests(),
            cost.readUnits(),
            cost.writeUnits());
  }

  private static String node(String kind, String text) {
    return "<span class=\"node " + kind + "\">" + Html.escape(text) + "</span>";
  }
}
