package org.alike.testkit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;

/** Delivers events to a subscriber as EventBridge does. Stateless. */
public final class EventCall {
  private EventCall() {}

  /** Delivers one event; returns the lines that the invocation logged. */
  public static List<String> deliver(RequestStreamHandler subscriber, DomainEvent event) {
    Map<String, Object> envelope =
        Json.of(
            "version",
            "0",
            "id",
            "delivery-of-" + event.id(),
            "detail-type",
            event.type(),
            "source",
            "alike.test",
            "detail",
            event.toJson());
    return send(subscriber, envelope).log();
  }

  /** Sends any event and returns what the function wrote and logged. */
  public static Sent send(RequestStreamHandler function, Map<String, Object> event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CapturingContext context = new CapturingContext();
    try {
      byte[] bytes = Json.write(event).getBytes(StandardCharsets.UTF_8);
      function.handleRequest(new ByteArrayInputStream(bytes), out, context);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Sent(out.toString(StandardCharsets.UTF_8), context.lines());
  }

  /**
   * What a function wrote and logged.
   *
   * @param output its answer
   * @param log its log lines
   */
  public record Sent(String output, List<String> log) {}
}
