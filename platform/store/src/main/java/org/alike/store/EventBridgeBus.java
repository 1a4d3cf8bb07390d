package org.alike.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.EventBus;
import org.alike.kernel.Json;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The bus on Amazon EventBridge. Thread-safe. */
public final class EventBridgeBus implements EventBus {
  /** PutEvents takes at most ten entries and 256 KB in one request. */
  private static final int MOST_ENTRIES = 10;

  private static final int MOST_CHARACTERS = 60_000;
  private final EventBridgeClient client;
  private final String bus;

  private EventBridgeBus(EventBridgeClient client, String bus) {
    this.client = client;
    this.bus = bus;
  }

  /** The bus that the environment's {@code BUS} names. */
  public static EventBridgeBus connect(Environment environment) {
    return new EventBridgeBus(
        AwsClients.configure(EventBridgeClient.builder(), environment).build(),
        environment.required("BUS"));
  }

  @Override
  public Set<String> publish(String source, List<DomainEvent> events) {
    Set<String> refused = new HashSet<>();
    int from = 0;
    while (from < events.size()) {
      int to = from;
      int characters = 0;
      while (to < events.size() && to - from < MOST_ENTRIES) {
        characters += Json.write(events.get(to).toJson()).length();
        if (characters > MOST_CHARACTERS && to > from) {
          break;
        }
        to++;
      }
      refused.addAll(put(source, events.subList(from, to)));
      from = to;
    }
    return refused;
  }

  /** The ids that were refused: all of them where the request itself was, so that others go on. */
  private Set<String> put(String source, List<DomainEvent> events) {
    try {
      return send(source, events);
    } catch (SdkException refused) {
      return events.stream().map(DomainEvent::id).collect(Collectors.toSet());
    }
  }

  private Set<String> send(String source, List<DomainEvent> events) {
    Set<String> refused = new HashSet<>();
    List<PutEventsResultEntry> results =
        client
            .putEvents(
                PutEventsRequest.builder()
                    .entries(events.stream().map(event -> entry(source, event)).toList())
                    .build())
            .entries();
    for (int i = 0; i < events.size(); i++) {
      if (results.get(i).errorCode() != null) {
        refused.add(events.get(i).id());
      }
    }
    return refused;
  }

  private PutEventsRequestEntry entry(String source, DomainEvent event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(source)
        .detailType(event.type())
        .detail(Json.write(event.toJson()))
        .build();
  }
}
