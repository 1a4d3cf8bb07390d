package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The mails as a page to read and to follow links in. */
final class OutboxPage {
  private OutboxPage() {}

  static String html(List<JsonNode> mails) {
    StringBuilder body =
        new StringBuilder("<p>Mails end here instead of leaving your machine.</p>");
    if (mails.isEmpty()) {
      body.append("<p>There is none yet.</p>");
    }
    for (JsonNode mail : mails) {
      body.append("<article><h2>")
          .append(Html.escape(mail.path("subject").asText()))
          .append("</h2><p class=\"muted\">to ")
          .append(Html.escape(mail.at("/to/0").asText()))
          .append(", from ")
          .append(Html.escape(mail.path("from").asText()))
          .append(", ")
          .append(Html.escape(mail.path("time").asText()))
          .append("</p><pre>")
          .append(Html.linked(mail.path("text").asText()))
          .append("</pre></article>");
    }
    return Html.page("Outbox", body.toString());
  }
}
