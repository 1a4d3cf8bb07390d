package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Remembers work that was accepted until it is done, across restarts. Safe for several threads. */
final class Journal {
  private static final int LINES_BEFORE_CLEANUP = 5_000;

  private final JsonLines lines;
  private final Map<String, JsonNode> open = new LinkedHashMap<>();
  private int written;

  Journal(JsonLines lines) {
    this.lines = lines;
    for (JsonNode line : lines.read()) {
      if (line.has("done")) {
        open.remove(line.get("done").asText());
      } else {
        open.put(line.get("id").asText(), line.get("work"));
      }
    }
    rewrite();
  }

  /** What had been accepted and not done when the journal was last closed. */
  synchronized Map<String, JsonNode> pending() {
    return new LinkedHashMap<>(open);
  }

  synchronized void accept(String id, JsonNode work) {
    open.put(id, work);
    write(line(id, work));
  }

  synchronized void done(String id) {
    if (open.remove(id) != null) {
      write(Json.object().put("done", id));
    }
  }

  private void write(JsonNode line) {
    lines.append(line);
    written++;
    if (written > LINES_BEFORE_CLEANUP && open.size() < LINES_BEFORE_CLEANUP / 10) {
      rewrite();
    }
  }

  private void rewrite() {
    List<JsonNode> still =
        StreamSupport.stream(open.entrySet().spliterator(), false)
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .toList();
    lines.replace(still);
    written = still.size();
  }

  private static JsonNode line(String id, JsonNode work) {
    return Json.object().put("id", id).set("work", work);
  }
}
