package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a function answered as the HTTP response it stands for. */
final class LambdaAnswer {
  private LambdaAnswer() {}

  static Reply reply(Outcome outcome) {
    Reply reply;
    try {
      reply = outcome.failed() ? broken() : http(Json.read(outcome.answer()));
    } catch (Json.NotJson e) {
      reply = broken();
    }
    return reply.with("server-timing", timing(outcome));
  }

  private static Reply http(JsonNode answer) {
    if (!answer.has("statusCode")) {
      return Reply.of(200, "application/json", Json.bytes(answer));
    }
    int status = answer.get("statusCode").asInt();
    if (status < 100 || status > 599) {
      return broken();
    }
    List<Reply.Header> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      headers.add(new Reply.Header(name, header.getValue().asText()));
    }
    answer.path("cookies").forEach(c -> headers.add(new Reply.Header("set-cookie", c.asText())));
    if (headers.stream().noneMatch(header -> header.name().equals("content-type"))) {
      headers.add(new Reply.Header("content-type", "text/plain;charset=UTF-8"));
    }
    String body = answer.path("body").asText("");
    byte[] bytes =
        answer.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    return new Reply(status, List.copyOf(headers), bytes);
  }

  private static Reply broken() {
    return Reply.message(500, "Internal Server Error");
  }

  /** Only here, not on AWS: what the answer cost, for the browser's network panel. */
  private static String timing(Outcome outcome) {
    String timing = "function;dur=" + outcome.took().toMillis();
    Cost cost = Cost.in(outcome.log());
    if (cost == null) {
      return timing;
    }
    return String.format(
        Locale.ROOT,
        "%s, dynamodb;desc=\"%d requests\", read;desc=\"%.1f units\", write;desc=\"%.1f units\"",
        timing,
        cost.requests(),
        cost.readUnits(),
        cost.writeUnits());
  }
}
