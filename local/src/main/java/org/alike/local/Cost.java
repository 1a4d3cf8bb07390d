package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an invocation used of DynamoDB, as its JSON log line says. */
record Cost(int requests, double readUnits, double writeUnits) {

  /** The cost in the last log line that has one, or null. */
  static @Nullable Cost in(List<String> log) {
    Cost cost = null;
    for (String line : log) {
      Cost here = in(line);
      cost = here == null ? cost : here;
    }
    return cost;
  }

  private static @Nullable Cost in(String line) {
    if (!line.startsWith("{") || !line.contains("\"dynamoRequests\"")) {
      return null;
    }
    try {
      JsonNode json = Json.read(line);
      return new Cost(
          json.path("dynamoRequests").asInt(),
          json.path("readUnits").asDouble(),
          json.path("writeUnits").asDouble());
    } catch (Json.NotJson e) {
      return null;
    }
  }
}
