package org.alike.testkit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Delivers changes of a table to a function as its stream does, in one batch.
 *
 * <pre>{@code
 * new StreamCall().inserted(item).removed(item).send(publisher);
 * }</pre>
 *
 * <p>Not thread-safe; one per batch.
 */
public final class StreamCall {
  private final List<Object> records = new ArrayList<>();

  /** With a new item. */
  public StreamCall inserted(Map<String, AttributeValue> item) {
    return record("INSERT", null, item);
  }

  /** With a changed item. */
  public StreamCall modified(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    return record("MODIFY", before, after);
  }

  /** With a removed item. */
  public StreamCall removed(Map<String, AttributeValue> item) {
    return record("REMOVE", item, null);
  }

  /** Sends the batch and returns what the function wrote and logged. */
  public EventCall.Sent send(RequestStreamHandler function) {
    return EventCall.send(function, Json.of("Records", records));
  }

  private StreamCall record(
      String name,
      @Nullable Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> after) {
    Map<String, Object> dynamodb =
        Json.of(
            "SequenceNumber",
            String.valueOf(100 + records.size()),
            "OldImage",
            before == null ? null : image(before),
            "NewImage",
            after == null ? null : image(after));
    records.add(Json.of("eventName", name, "dynamodb", dynamodb));
    return this;
  }

  private static Map<String, Object> image(Map<String, AttributeValue> item) {
    Map<String, Object> image = new LinkedHashMap<>();
    item.forEach((name, value) -> image.put(name, typed(value)));
    return image;
  }

  private static Map<String, Object> typed(AttributeValue value) {
    return switch (value.type()) {
      case S -> Json.of("S", value.s());
      case N -> Json.of("N", value.n());
      case B -> Json.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
      case BOOL -> Json.of("BOOL", value.bool());
      case L -> Json.of("L", value.l().stream().map(StreamCall::typed).toList());
      case M -> Json.of("M", image(value.m()));
      default -> throw new IllegalArgumentException("Attribute type " + value.type());
    };
  }
}
