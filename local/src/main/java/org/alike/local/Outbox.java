package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mails the functions have sent; here they are kept instead of delivered. Thread-safe. */
final class Outbox {
  private final JsonLines lines;
  private final Ids ids;
  private final Clock clock;
  private final List<JsonNode> mails;

  Outbox(JsonLines lines, Ids ids, Clock clock) {
    this.lines = lines;
    this.ids = ids;
    this.clock = clock;
    this.mails = new ArrayList<>(lines.read());
  }

  /** Answers SES's SendEmail, or null when the request is not one it would take. */
  synchronized @Nullable JsonNode send(JsonNode request) {
    JsonNode content = request.at("/Content/Simple");
    JsonNode to = request.at("/Destination/ToAddresses");
    String from = request.path("FromEmailAddress").asText();
    if (content.isMissingNode() || to.isEmpty() || from.isEmpty()) {
      return null;
    }
    ObjectNode mail = Json.object();
    String id = ids.next();
    mail.put("id", id).put("time", clock.instant().toString()).put("from", from);
    mail.set("to", to);
    mail.put("subject", content.at("/Subject/Data").asText());
    mail.put("text", content.at("/Body/Text/Data").asText());
    mail.put("html", content.at("/Body/Html/Data").asText());
    mails.add(mail);
    lines.append(mail);
    return Json.object().put("MessageId", id);
  }

  /** All mails, newest first, or those to one address. */
  synchronized List<JsonNode> mails(@Nullable String address) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode mail : mails) {
      for (JsonNode to : mail.path("to")) {
        if (address == null || to.asText().equalsIgnoreCase(address)) {
          found.add(mail);
        }
      }
    }
    Collections.reverse(found);
    return found;
  }
}
