package org.alike.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;
import org.alike.kernel.Json;
import org.alike.testkit.CapturingContext;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class ChangePublisherTest {
  private final List<DomainEvent> published = new ArrayList<>();
  private final Set<String> refuse = new HashSet<>();
  private final CapturingContext context = new CapturingContext();

  @Test
  void batch_becomesEventsInOrder_whenTheBusAcceptsThem() throws IOException {
    assertThat(send(publisher(), 1, 2, 3)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(published)
        .extracting(DomainEvent::id)
        .containsExactly("Changed:e:1", "Changed:e:2", "Changed:e:3");
    assertThat(published.get(0).cause()).isEqualTo("request-1");
  }

  @Test
  void batch_comesAgainFromTheFirstRefusedRecord_whenTheBusRefusesOne() throws IOException {
    refuse.add("Changed:e:2");

    assertThat(send(publisher(), 1, 2, 3))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"seq-2\"}]}");
  }

  @Test
  void batch_isToldUpToTheRecordThatCannotBeRead_andComesAgainFromThere() throws IOException {
    ChangePublisher publisher =
        new ChangePublisher(
            "alike.test",
            (source, events) -> {
              published.addAll(events);
              return Set.of();
            },
            change -> {
              long version = change.after().orElseThrow().number("version");
              if (version == 2) {
                throw new IllegalStateException("canary");
              }
              return List.of(DomainEvent.of("Changed", "e", version, Instant.EPOCH, "", Map.of()));
            });

    assertThat(send(new StreamEndpoint("test", MovableClock.atNoon(), publisher), 1, 2, 3))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"seq-2\"}]}");
    assertThat(published).extracting(DomainEvent::version).containsExactly(1L);
  }

  @Test
  void batch_comesAgainWhole_whenThePublisherFails() throws IOException {
    StreamEndpoint failing =
        new StreamEndpoint(
            "test",
            MovableClock.atNoon(),
            changes -> {
              throw new IllegalStateException("canary");
            });

    assertThat(send(failing, 1, 2))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"seq-1\"}]}");
    assertThat(context.lines().get(0)).contains("IllegalStateException").doesNotContain("canary");
  }

  @Test
  void item_isReadWithAllItsTypes_whenTheStreamCarriesIt() throws IOException {
    List<Change> seen = new ArrayList<>();
    StreamEndpoint endpoint =
        new StreamEndpoint(
            "test",
            MovableClock.atNoon(),
            changes -> {
              seen.addAll(changes);
              return changes.size();
            });

    send(endpoint, 7);

    Item after = seen.get(0).after().orElseThrow();
    assertThat(seen.get(0).before()).isEmpty();
    assertThat(after.number("version")).isEqualTo(7);
    assertThat(after.flag("open")).isTrue();
    assertThat(after.texts("tags")).containsExactly("a", "b");
    assertThat(after.key()).isEqualTo(Key.of("e", "x"));
  }

  private StreamEndpoint publisher() {
    EventBus bus =
        (source, events) -> {
          published.addAll(events);
          return refuse;
        };
    ChangePublisher publisher =
        new ChangePublisher(
            "alike.test",
            bus,
            change -> {
              Item item = change.after().orElseThrow();
              return List.of(
                  DomainEvent.of(
                      "Changed",
                      item.key().partition(),
                      item.number("version"),
                      Instant.EPOCH,
                      item.cause(),
                      Map.of()));
            });
    return new StreamEndpoint("test", MovableClock.atNoon(), publisher);
  }

  private String send(StreamEndpoint endpoint, int... versions) throws IOException {
    List<Object> records = new ArrayList<>();
    for (int version : versions) {
      records.add(Json.of("dynamodb", record(version)));
    }
    String event = Json.write(Json.of("Records", records));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    endpoint.handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, context);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> record(int version) {
    Map<String, Object> image =
        Json.of(
            "pk", Map.of("S", "e"),
            "sk", Map.of("S", "x"),
            "version", Map.of("N", Integer.toString(version)),
            "open", Map.of("BOOL", true),
            "tags", Map.of("L", List.of(Map.of("S", "a"), Map.of("S", "b"))),
            "cause", Map.of("S", "request-" + version));
    return Json.of("SequenceNumber", "seq-" + version, "NewImage", image);
  }
}
