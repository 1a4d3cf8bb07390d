package org.alike.store;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Invocation;
import org.alike.kernel.Json;
import org.alike.kernel.LogLine;

/**
 * The side of a function that reads a table's stream: hands over the changes of a batch in order
 * and reports the first one that was not handled, so that Lambda goes on from there (partial batch
 * response). No change overtakes an earlier one and none is lost. Thread-safe.
 */
public final class StreamEndpoint {
  /** What is done with the changes. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Handles changes in order.
     *
     * @return how many were handled; less than given when one could not be, this time
     */
    int read(List<Change> changes);
  }

  private record Entry(String sequence, Change change) {}

  private final String function;
  private final Clock clock;
  private final Reader reader;

  /** An endpoint of the function with this name, as it appears in log lines and metrics. */
  public StreamEndpoint(String function, Clock clock, Reader reader) {
    this.function = function;
    this.clock = clock;
    this.reader = reader;
  }

  /** Handles one batch as Lambda delivers it. */
  public void handle(InputStream in, OutputStream out, Context context) throws IOException {
    long start = clock.millis();
    List<Entry> records = records(Json.trusted(in));
    String cause = records.isEmpty() ? "" : cause(records.get(0).change());
    LogLine line = new LogLine(function, cause, start).with("records", records.size());
    try (Invocation invocation = Invocation.begin(cause)) {
      int handled = handled(records, line);
      line.with("handled", handled).write(context, clock.millis(), invocation.cost());
      out.write(answer(records, handled).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A fault means that nothing of the batch is known to be handled: all of it comes again. */
  private int handled(List<Entry> records, LogLine line) {
    try {
      return reader.read(records.stream().map(Entry::change).toList());
    } catch (RuntimeException fault) {
      line.fault(fault);
      return 0;
    }
  }

  private static String answer(List<Entry> records, int handled) {
    List<Map<String, Object>> failures = new ArrayList<>();
    if (handled < records.size()) {
      failures.add(Json.of("itemIdentifier", records.get(handled).sequence()));
    }
    return Json.write(Json.of("batchItemFailures", failures));
  }

  private static String cause(Change change) {
    return change.after().or(change::before).map(Item::cause).orElse("");
  }

  private static List<Entry> records(Map<String, Object> event) {
    List<Entry> records = new ArrayList<>();
    if (event.get("Records") instanceof List<?> list) {
      for (Object entry : list) {
        Map<String, Object> record = Json.asObject(entry).orElse(Map.of());
        records.add(record(Json.asObject(record.get("dynamodb")).orElse(Map.of())));
      }
    }
    return records;
  }

  private static Entry record(Map<String, Object> dynamodb) {
    return new Entry(
        String.valueOf(dynamodb.get("SequenceNumber")),
        new Change(image(dynamodb, "OldImage"), image(dynamodb, "NewImage")));
  }

  private static Optional<Item> image(Map<String, Object> dynamodb, String name) {
    return Json.asObject(dynamodb.get(name)).map(StreamImage::item);
  }
}
