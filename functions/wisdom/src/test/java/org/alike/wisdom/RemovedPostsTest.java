package org.alike.wisdom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What becomes of quotes when an author withdraws the consent, leaves, or takes posts away. */
class RemovedPostsTest {
  private static final List<DomainEvent> STORY =
      List.of(
          thread("gone", 1, true),
          reply("gone", "r1", 1, true),
          thread("stays", 1, true),
          reply("stays", "r2", 1, true),
          reply("stays", "r3", 1, true),
          thread("stays", 2, false),
          thread("stays", 3, true),
          reply("stays", "r2", 2, false),
          reply("gone", "r4", 1, true),
          removed("stays", "r3", 2),
          removed("gone", "r4", 2),
          removed("gone", "", 2),
          removed("gone", "", 3));

  private final MovableClock clock = MovableClock.atNoon();

  @Test
  void quotes_areOfWhatStandsOnly() {
    SourceStore store = told(STORY);

    assertThat(store.all())
        .filteredOn(source -> !source.passages().isEmpty())
        .extracting(Source::id)
        .containsExactly("thread/stays");
  }

  @Test
  void quotes_comeBack_whenTheConsentDoes() {
    List<DomainEvent> events =
        new ArrayList<>(List.of(thread("t", 1, true), thread("t", 2, false)));
    assertThat(told(events).all()).allMatch(source -> source.passages().isEmpty());

    events.add(thread("t", 3, true));

    assertThat(told(events).all()).noneMatch(source -> source.passages().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void table_isThatOfACleanRun_whenEventsComeThreeTimesInAnyOrder(long seed) {
    List<DomainEvent> events =
        new ArrayList<>(Stream.of(STORY, STORY, STORY).flatMap(List::stream).toList());
    Collections.shuffle(events, new Random(seed));

    assertThat(told(events).all()).isEqualTo(told(STORY).all());
  }

  @Test
  void title_isNowhere_whenAReplyComesAfterItsThreadWasRemoved() {
    String name = EmbeddedDynamo.newTable();

    deliver(EmbeddedDynamo.client(), name, removed("gone", "", 2));
    deliver(EmbeddedDynamo.client(), name, reply("gone", "r1", 1, true));
    deliver(EmbeddedDynamo.client(), name, thread("gone", 1, true));

    assertThat(EmbeddedDynamo.dump(name)).noneMatch(item -> item.contains("anary"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void table_isThatOfACleanRun_whenTheFunctionDiesAtAnyCallAndIsTriedAgain(Fault fault) {
    List<Source> clean = told(STORY).all();

    for (int k = 0; k < 2 * STORY.size(); k++) {
      String name = EmbeddedDynamo.newTable();
      DynamoDbClient dying = FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault);
      for (DomainEvent event : STORY) {
        try {
          deliver(dying, name, event);
        } catch (RuntimeException died) {
          deliver(dying, name, event);
        }
      }
      assertThat(store(name).all()).as("died at call " + k).isEqualTo(clean);
    }
  }

  private SourceStore told(List<DomainEvent> events) {
    String name = EmbeddedDynamo.newTable();
    events.forEach(event -> deliver(EmbeddedDynamo.client(), name, event));
    return store(name);
  }

  private void deliver(DynamoDbClient client, String name, DomainEvent event) {
    EventCall.deliver(new WisdomSubscriber(new DynamoTable(client, name, clock), clock), event);
  }

  private SourceStore store(String name) {
    return new DynamoSourceStore(new DynamoTable(EmbeddedDynamo.client(), name, clock));
  }

  private static DomainEvent thread(String thread, long version, boolean quotable) {
    return event("ThreadPosted", thread, version, post(thread, quotable));
  }

  private static DomainEvent reply(String thread, String reply, long version, boolean quotable) {
    Map<String, Object> data = post(thread, quotable);
    data.put("replyId", reply);
    return event("ReplyPosted", reply, version, data);
  }

  private static DomainEvent removed(String thread, String reply, long version) {
    Map<String, Object> data =
        Json.of("threadId", thread, "replyId", reply.isEmpty() ? null : reply);
    return event("PostRemoved", reply.isEmpty() ? thread : reply, version, data);
  }

  private static Map<String, Object> post(String thread, boolean quotable) {
    return Json.of(
        "threadId", thread,
        "condition", "migraine",
        "title", "A canary title",
        "text", "A canary story of mine.",
        "visibility", "public",
        "quotable", quotable ? null : false);
  }

  private static DomainEvent event(
      String type, String entity, long version, Map<String, Object> data) {
    Instant time = Instant.parse("2026-11-23T12:00:00Z");
    return DomainEvent.of(type, entity, version, time, "cause", data);
  }
}
