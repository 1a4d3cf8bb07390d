package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ContentTallyTest {
  private static final List<String> MANY = List.of("migraine");
  private static final List<String> FEW = List.of("epilepsy");
  private final MovableClock clock = MovableClock.atNoon();
  private final String name = EmbeddedDynamo.newTable();
  private final UsageStore store = store(EmbeddedDynamo.client());

  @Test
  void tally_holdsOnlyNumbersFromEleven() {
    community();

    List<String> log = count();

    assertThat(store.tally().numbers())
        .isEqualTo(
            Map.of(Kind.CONDITION, Map.of("migraine", 12), Kind.SYMPTOM, Map.of("fatigue", 11)));
    assertThat(item()).contains("migraine", "12").doesNotContain("epilepsy", "10");
    assertThat(Json.trusted(log.get(0))).containsEntry("handled", 2);
  }

  @Test
  void tally_isWithoutTheMember_whoWasErased() {
    community();
    count();

    hear(Told.erased("m0", 2));
    hear(Told.erased("m1", 2));
    count();

    assertThat(store.tally().numbers(Kind.CONDITION)).isEmpty();
  }

  @Test
  void tally_isWithoutTheMember_whoseConsentIsWithdrawn_untilItIsBack() {
    community();
    hear(Told.withdrawn("m0", 2));
    hear(Told.withdrawn("m1", 2));
    count();
    assertThat(store.tally().numbers(Kind.CONDITION)).isEmpty();

    hear(Told.changed("m0", 3, Map.of("conditions", MANY)));
    count();

    assertThat(store.tally().numbers(Kind.CONDITION)).containsEntry("migraine", 11);
  }

  @Test
  void tally_isNotWrittenAgain_whenNothingHasChanged() {
    community();
    count();
    UsageStore readOnly =
        store(
            FaultyDynamo.planned(
                EmbeddedDynamo.client(),
                call -> call > DynamoUsageStore.SHARDS ? Fault.BEFORE : Fault.NONE));

    EventCall.send(tally(readOnly), Events.read("count-usage.json"));
  }

  @Test
  void tally_staysAsItWas_whenTheTableIsAway() {
    community();
    count();
    UsageStore away = store(FaultyDynamo.planned(EmbeddedDynamo.client(), call -> Fault.BEFORE));

    assertThatThrownBy(() -> EventCall.send(tally(away), Map.of())).hasNoCause();

    assertThat(store.tally().size()).isEqualTo(2);
  }

  @Test
  void popularity_readsOnceInTenMinutes() {
    InMemoryUsageStore memory = new InMemoryUsageStore();
    Popularity popularity = new Popularity(memory, clock);
    for (int i = 0; i < 5; i++) {
      popularity.current();
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(memory.reads()).isEqualTo(1);
    memory.keep(new Tally(Map.of(Kind.CONDITION, Map.of("migraine", 12))));

    clock.advance(Duration.ofMinutes(5));

    assertThat(popularity.current().numbers(Kind.CONDITION)).containsEntry("migraine", 12);
    assertThat(memory.reads()).isEqualTo(2);
  }

  @Test
  void popularity_isWhatItWas_whenTheTableIsAway() {
    community();
    count();
    UsageStore failing =
        store(
            FaultyDynamo.planned(
                EmbeddedDynamo.client(), call -> call == 0 ? Fault.NONE : Fault.BEFORE));
    Popularity popularity = new Popularity(failing, clock);
    Tally known = popularity.current();
    clock.advance(Duration.ofMinutes(11));

    assertThat(popularity.current()).isEqualTo(known).isNotEqualTo(Tally.NONE);
    assertThatThrownBy(failing::tally).isInstanceOf(Failure.class);
  }

  private void community() {
    for (int i = 0; i < 12; i++) {
      List<String> symptoms = i < 11 ? List.of("fatigue") : List.of();
      hear(Told.changed("m" + i, 1, Map.of("conditions", MANY, "symptoms", symptoms)));
    }
    for (int i = 20; i < 30; i++) {
      hear(Told.changed("m" + i, 1, Map.of("conditions", FEW)));
    }
  }

  private void hear(DomainEvent event) {
    EventCall.deliver(
        new ContentSubscriber(new DynamoTable(EmbeddedDynamo.client(), name, clock), clock), event);
  }

  private List<String> count() {
    return EventCall.send(tally(store), Events.read("count-usage.json")).log();
  }

  private ContentTally tally(UsageStore usage) {
    return new ContentTally(usage, Vocabulary.standard(), clock);
  }

  private UsageStore store(DynamoDbClient client) {
    return new DynamoUsageStore(new DynamoTable(client, name, clock), clock);
  }

  private String item() {
    return EmbeddedDynamo.dump(name).stream()
        .filter(item -> item.contains("TALLY"))
        .findFirst()
        .orElseThrow();
  }
}
