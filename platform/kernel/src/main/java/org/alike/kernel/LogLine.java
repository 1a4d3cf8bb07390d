package org.alike.kernel;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one JSON line that an invocation writes, which is also its metrics in CloudWatch's embedded
 * metric format.
 *
 * <p>It holds ids, counts and names of our own code only: no body, no path parameter, no exception
 * message. Not thread-safe; one per invocation.
 */
public final class LogLine {
  private final Map<String, Object> line = new LinkedHashMap<>();
  private final long startMillis;

  /** A line of this function for this request, begun at this moment. */
  public LogLine(String function, String requestId, long startMillis) {
    this.startMillis = startMillis;
    line.put("function", function);
    line.put("requestId", requestId);
  }

  /** Adds an id, a count or a name of our own; never anything a person wrote. */
  public LogLine with(String name, Object value) {
    line.put(name, value);
    return this;
  }

  /** Names the exception and where it was thrown, without its message: that may hold a value. */
  public LogLine fault(Throwable fault) {
    List<String> frames =
        Arrays.stream(fault.getStackTrace()).limit(12).map(StackTraceElement::toString).toList();
    line.put("fault", fault.getClass().getName());
    line.put("at", frames);
    if (fault.getCause() != null) {
      line.put("causedBy", fault.getCause().getClass().getName());
    }
    return this;
  }

  /** Writes the line with the time taken and what was consumed. */
  public void write(Context context, long endMillis, Cost cost) {
    line.put("ms", endMillis - startMillis);
    line.put("dynamoRequests", cost.requests());
    line.put("readUnits", cost.readUnits());
    line.put("writeUnits", cost.writeUnits());
    line.put("_aws", metrics(endMillis));
    context.getLogger().log(Json.write(line) + "\n");
  }

  private static Map<String, Object> metrics(long timestamp) {
    List<Map<String, Object>> metrics =
        List.of(
            Json.of("Name", "ms", "Unit", "Milliseconds"),
            Json.of("Name", "dynamoRequests", "Unit", "Count"),
            Json.of("Name", "readUnits", "Unit", "Count"),
            Json.of("Name", "writeUnits", "Unit", "Count"));
    Map<String, Object> directive =
        Json.of(
            "Namespace", "Alike", "Dimensions", List.of(List.of("function")), "Metrics", metrics);
    return Json.of("Timestamp", timestamp, "CloudWatchMetrics", List.of(directive));
  }
}
