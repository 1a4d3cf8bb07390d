package org.alike.kernel;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The subscribing side of a function: hands each event of the bus to what was registered for its
 * type and writes one log line. A fault leaves the function, so that the event is tried again and
 * ends in the failure destination; its message stays behind, since it may hold a value.
 *
 * <p>Set up once in a handler's constructor; afterwards safe for any thread.
 */
public final class EventEndpoint {
  private final String function;
  private final Clock clock;
  private final Map<String, Consumer<DomainEvent>> subscriptions = new LinkedHashMap<>();

  private EventEndpoint(String function, Clock clock) {
    this.function = function;
    this.clock = clock;
  }

  /** An endpoint of the function with this name, as it appears in log lines and metrics. */
  public static EventEndpoint of(String function, Clock clock) {
    return new EventEndpoint(function, clock);
  }

  /** Subscribes to a type of event. */
  public EventEndpoint on(String type, Consumer<DomainEvent> subscriber) {
    subscriptions.put(type, subscriber);
    return this;
  }

  /** Handles one event as EventBridge delivers it. */
  public void handle(InputStream in, Context context) {
    long start = clock.millis();
    DomainEvent event =
        DomainEvent.fromJson(Json.asObject(Json.trusted(in).get("detail")).orElse(Map.of()));
    LogLine line =
        new LogLine(function, event.cause(), start)
            .with("event", event.type())
            .with("eventId", event.id());
    try (Invocation invocation = Invocation.begin(event.cause())) {
      try {
        subscriber(event.type()).accept(event);
      } catch (RuntimeException fault) {
        line.fault(fault);
        throw new EventNotHandled(event.type());
      } finally {
        line.write(context, clock.millis(), invocation.cost());
      }
    }
  }

  private Consumer<DomainEvent> subscriber(String type) {
    Consumer<DomainEvent> subscriber = subscriptions.get(type);
    if (subscriber == null) {
      throw new IllegalArgumentException("No subscription");
    }
    return subscriber;
  }

  /** Leaves the function when an event could not be handled this time. */
  static final class EventNotHandled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventNotHandled(String type) {
      super(type + " was not handled; see the log line", null, false, false);
    }
  }
}
