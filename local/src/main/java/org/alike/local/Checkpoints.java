package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far each reader has come in each shard of its stream, across restarts. Safe for several
 * threads.
 */
final class Checkpoints {
  private static final int LINES_BEFORE_CLEANUP = 2_000;

  private final JsonLines lines;
  private final Map<String, String> positions = new LinkedHashMap<>();
  private int written;

  Checkpoints(JsonLines lines) {
    this.lines = lines;
    for (JsonNode line : lines.read()) {
      positions.put(line.path("shard").asText(), line.path("sequence").asText());
    }
    rewrite();
  }

  /** The sequence number of the last change handled, or null before the first. */
  synchronized @Nullable String last(String reader, String shard) {
    return positions.get(reader + " " + shard);
  }

  synchronized void handled(String reader, String shard, String sequenceNumber) {
    String key = reader + " " + shard;
    positions.put(key, sequenceNumber);
    lines.append(line(key, sequenceNumber));
    written++;
    if (written > LINES_BEFORE_CLEANUP) {
      rewrite();
    }
  }

  private void rewrite() {
    List<JsonNode> all =
        positions.entrySet().stream().map(p -> line(p.getKey(), p.getValue())).toList();
    lines.replace(all);
    written = 0;
  }

  private static JsonNode line(String key, String sequenceNumber) {
    return Json.object().put("shard", key).put("sequence", sequenceNumber);
  }
}
