package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** After an erasure nothing in the table tells of the member, packed or not. */
class ErasureTest {
  private static final String LEAVING = uuid(500);
  private static final String OTHER = uuid(501);
  private final MovableClock clock = MovableClock.atNoon();

  @Test
  void table_keepsIdVersionAndTimeOnly_whenTheRowWasInSegmentsAndLog() {
    for (int others : new int[] {0, 10, 31, 70}) {
      String table = filled(others);
      AlikesSubscriber subscriber = Stored.subscriber(EmbeddedDynamo.client(), table, clock);
      assertThat(traces(table)).as("before").hasSizeGreaterThan(3);

      EventCall.deliver(subscriber, member(LEAVING).erased(5));

      assertThat(traces(table)).as("among " + others).containsExactly("PROFILE");
    }
  }

  @Test
  void nothingComesBack_whenLateEventsFollow() {
    String table = filled(40);
    AlikesSubscriber subscriber = Stored.subscriber(EmbeddedDynamo.client(), table, clock);
    EventCall.deliver(subscriber, member(LEAVING).erased(5));
    List<String> before = EmbeddedDynamo.dump(table);

    List<DomainEvent> late =
        List.of(
            canary(3),
            canary(4),
            member(LEAVING).parted(OTHER, 7),
            member(OTHER).parted(LEAVING, 7),
            member(OTHER).reunited(LEAVING, 8),
            member(LEAVING).erased(5));
    late.forEach(event -> EventCall.deliver(subscriber, event));

    assertThat(EmbeddedDynamo.dump(table)).isEqualTo(before);
  }

  @Test
  void table_isRidOfTheMember_whereverTheFunctionDies_onceItIsTriedAgain() {
    String filled = filled(32);
    for (Fault fault : List.of(Fault.BEFORE, Fault.AFTER)) {
      boolean died = true;
      for (int k = 0; died; k++) {
        String table = Stored.copy(filled);
        died =
            dies(
                Stored.subscriber(
                    FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault), table, clock));
        if (died) {
          dies(Stored.subscriber(EmbeddedDynamo.client(), table, clock));
        }
        assertThat(traces(table)).as("died at call " + k).containsExactly("PROFILE");
        assertThat(Stored.content(table, clock)).isNotEmpty();
      }
    }
  }

  private static boolean dies(AlikesSubscriber subscriber) {
    try {
      EventCall.deliver(subscriber, member(LEAVING).erased(5));
      return false;
    } catch (RuntimeException died) {
      return true;
    }
  }

  /** Some others, and the member in several versions with canaries in every field. */
  private String filled(int others) {
    String table = EmbeddedDynamo.newTable();
    AlikesSubscriber subscriber = Stored.subscriber(EmbeddedDynamo.client(), table, clock);
    List<DomainEvent> events = new ArrayList<>();
    events.add(canary(1));
    IntStream.range(0, others).forEach(n -> events.add(member(uuid(n), ALS).changed(1)));
    events.add(member(OTHER, ALS).changed(1));
    events.add(canary(2));
    events.add(member(LEAVING).parted(OTHER, 1));
    events.add(member(uuid(502)).parted(LEAVING, 1));
    events.add(member(LEAVING).parted(uuid(503), 1));
    events.add(member(LEAVING).reunited(uuid(503), 2));
    events.forEach(event -> EventCall.deliver(subscriber, event));
    return table;
  }

  private static DomainEvent canary(long version) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (CardField field : CardField.values()) {
      shown.put(field.wireName(), "public");
    }
    return member(LEAVING, ALS, version == 1 ? T2D : "canary-condition")
        .symptoms("canary-symptom")
        .treatments("canary-treatment")
        .with("displayName", "Canary Name")
        .with("region", "Canary Islands")
        .with("about", "A canary.")
        .with("country", "ES")
        .with("languages", List.of("es"))
        .with("shown", shown)
        .with("wishes", Map.of("news", true))
        .with(
            "details",
            Json.of(
                "conditions", List.of(Json.of("id", ALS, "stage", "canary stage")),
                "symptoms", List.of(Json.of("id", "canary-symptom", "severity", "mild"))))
        .changed(version);
  }

  /** Sort keys of all items that tell of the member. */
  private static List<String> traces(String table) {
    return EmbeddedDynamo.items(table).stream()
        .filter(ErasureTest::isTrace)
        .map(item -> item.getOrDefault("sk", AttributeValue.fromS("")).s())
        .toList();
  }

  private static boolean isTrace(Map<String, AttributeValue> item) {
    StringBuilder text = new StringBuilder(item.toString());
    for (AttributeValue value : item.values()) {
      if (value.b() != null) {
        byte[] packed = value.b().asByteArray();
        text.append(new String(packed, StandardCharsets.ISO_8859_1));
        byte[] rows = item.containsKey("rows") ? StoredSegment.rows(item(packed)) : packed;
        PackedRows.read(rows, row -> text.append(row));
      }
    }
    String lower = text.toString().toLowerCase(Locale.ROOT);
    return lower.contains("canary") || lower.contains(LEAVING);
  }

  private static Item item(byte[] rows) {
    return Item.of(Key.of("a", "b")).with("rows", rows);
  }

  private static String uuid(int number) {
    return "019ab1c2-8000-7000-8000-%012d".formatted(number);
  }
}
