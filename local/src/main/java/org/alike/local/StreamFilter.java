package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.Machine;

/** The {@code FilterCriteria} of a stream: which changes the function wants to see at all. */
final class StreamFilter {
  private final Machine machine = Machine.builder().build();
  private final boolean everything;

  StreamFilter(String place, List<String> patterns) {
    everything = patterns.isEmpty();
    for (String pattern : patterns) {
      try {
        machine.addRule(pattern, pattern);
      } catch (IOException e) {
        throw new StartProblem("A filter pattern of " + place + " is not valid", e);
      }
    }
  }

  boolean wants(JsonNode record) {
    return everything || !machine.rulesForJSONEvent(record).isEmpty();
  }
}
