package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.event.ruler.Machine;

/**
 * The event bus: matches each event against the rules' patterns with AWS's own rule engine and
 * hands it to the functions that want it. An event that {@link #put} has answered is not lost.
 */
final class Bus {
  private static final int SIZE_LIMIT = 256 * 1024;

  private final Map<String, Template.Rule> rules = new HashMap<>();
  private final Machine machine = Machine.builder().build();
  private final AsyncQueue queue;
  private final Ids ids;
  private final Clock clock;

  Bus(List<Template.Rule> rules, AsyncQueue queue, Ids ids, Clock clock) {
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
    for (Template.Rule rule : rules) {
      this.rules.put(rule.name(), rule);
      try {
        machine.addRule(rule.name(), rule.pattern());
      } catch (IOException e) {
        throw new StartProblem("The pattern of " + rule.name() + " is not valid", e);
      }
    }
  }

  /** Answers a PutEvents request: an id or an error for each entry. */
  JsonNode putEvents(JsonNode request) {
    ObjectNode answer = Json.object();
    int failed = 0;
    for (JsonNode entry : request.path("Entries")) {
      ObjectNode result = put(entry);
      failed += result.has("ErrorCode") ? 1 : 0;
      answer.withArray("Entries").add(result);
    }
    return answer.put("FailedEntryCount", failed);
  }

  private ObjectNode put(JsonNode entry) {
    for (String name : List.of("Source", "DetailType", "Detail")) {
      if (entry.path(name).asText().isEmpty()) {
        return refusal("InvalidArgument", name + " is required");
      }
    }
    if (entry.toString().length() > SIZE_LIMIT) {
      return refusal("InvalidArgument", "The entry is larger than 256 KB");
    }
    try {
      JsonNode detail = Json.read(entry.get("Detail").asText());
      if (!detail.isObject()) {
        return refusal("MalformedDetail", "Detail is not an object");
      }
      String id = ids.next();
      deliver(event(id, entry, detail));
      return Json.object().put("EventId", id);
    } catch (Json.NotJson e) {
      return refusal("MalformedDetail", "Detail is not JSON");
    }
  }

  private ObjectNode event(String id, JsonNode entry, JsonNode detail) {
    ObjectNode event = Json.object().put("version", "0").put("id", id);
    event.put("detail-type", entry.get("DetailType").asText());
    event.put("source", entry.get("Source").asText());
    event.put("account", Settings.ACCOUNT);
    event.put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Settings.REGION);
    event.putArray("resources");
    event.set("detail", detail);
    return event;
  }

  private void deliver(ObjectNode event) {
    String type = event.get("detail-type").asText();
    Origin origin = new Origin("event", type, Set.of(event.at("/detail/cause").asText()));
    for (String name : machine.rulesForJSONEvent(event)) {
      Template.Rule rule = rules.get(name);
      if (rule != null) {
        queue.submit(rule.function(), event, origin);
      }
    }
  }

  private static ObjectNode refusal(String code, String message) {
    return Json.object().put("ErrorCode", code).put("ErrorMessage", message);
  }
}
