package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The failure destinations: messages about what was given up after its retries, in the form Lambda
 * sends them to a queue. Safe for several threads.
 */
final class Undelivered {
  private final JsonLines lines;
  private final Clock clock;
  private final List<JsonNode> messages;

  Undelivered(JsonLines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
    this.messages = new ArrayList<>(lines.read());
  }

  synchronized void send(String queue, JsonNode message) {
    JsonNode entry =
        Json.object()
            .put("queue", queue)
            .put("time", clock.instant().toString())
            .set("message", message);
    messages.add(entry);
    lines.append(entry);
  }

  /** All messages, oldest first: {@code queue}, {@code time} and {@code message}. */
  synchronized List<JsonNode> messages() {
    return List.copyOf(messages);
  }
}
