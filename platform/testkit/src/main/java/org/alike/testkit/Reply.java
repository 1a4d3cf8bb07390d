package org.alike.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * What a handler answered.
 *
 * @param status the HTTP status
 * @param headers names as the handler wrote them
 * @param body the text
 * @param log the lines that the invocation logged
 */
public record Reply(int status, Map<String, String> headers, String body, List<String> log) {
  static Reply of(Map<String, Object> wire, List<String> log) {
    Map<String, String> headers = new LinkedHashMap<>();
    Json.asObject(wire.get("headers"))
        .orElse(Map.of())
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    int status = ((Number) wire.getOrDefault("statusCode", 0)).intValue();
    return new Reply(status, headers, String.valueOf(wire.get("body")), log);
  }

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    return Json.trusted(body);
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
