package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one invocation ended: with the function's answer or with an error, as Lambda reports it.
 *
 * @param log what the function wrote through its context's logger
 */
record Outcome(
    String requestId, String answer, @Nullable Fault error, Duration took, List<String> log) {

  record Fault(String type, String message) {}

  boolean failed() {
    return error != null;
  }

  /** The answer as Lambda's caller sees it: the function's, or the error's description. */
  JsonNode payload() {
    if (error != null) {
      return Json.object().put("errorMessage", error.message()).put("errorType", error.type());
    }
    try {
      return answer.isEmpty() ? Json.object().nullNode() : Json.read(answer);
    } catch (Json.NotJson e) {
      return Json.object().textNode(answer);
    }
  }
}
