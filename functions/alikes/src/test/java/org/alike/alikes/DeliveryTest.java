package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.alike.kernel.DomainEvent;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Events come more than once, late, in any order and all at once, and functions die. */
class DeliveryTest {
  private static final List<DomainEvent> STORY =
      List.of(
          member("ada", ALS).symptoms("fatigue").changed(1),
          member("ben", T2D, MIGRAINE).seenBy("matching").changed(1),
          member("ada", ALS, T2D).symptoms("fatigue", "muscle-cramps").changed(2),
          member("cleo", ALS).changed(1),
          member("ada", MIGRAINE).seenBy("public").changed(3),
          member("cleo").erased(2));

  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final AlikesSubscriber subscriber = subscriber(EmbeddedDynamo.client(), table);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void table_isThatOfACleanRun_whenEventsComeThreeTimesShuffledAndLate(long seed) {
    List<String> clean = cleanRun();
    List<DomainEvent> events =
        new ArrayList<>(Collections.nCopies(3, STORY).stream().flatMap(List::stream).toList());
    Collections.shuffle(events, new Random(seed));

    events.forEach(this::deliver);

    assertThat(dump()).isEqualTo(clean);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void table_isThatOfACleanRun_whenTheFunctionDiesAtAnyCallAndIsTriedAgain(Fault fault) {
    List<String> clean = cleanRun();
    int calls = 2 * STORY.size();

    for (int k = 0; k <= calls; k++) {
      String fresh = EmbeddedDynamo.newTable();
      AlikesSubscriber dying =
          subscriber(FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault), fresh);
      int deaths = 0;
      for (DomainEvent event : STORY) {
        deaths += deliverUntilHandled(dying, event, 3);
      }
      assertThat(deaths).isEqualTo(k < calls ? 1 : 0);
      assertThat(EmbeddedDynamo.dump(fresh)).as("died at call " + k).isEqualTo(clean);
    }
  }

  @Test
  void table_isThatOfTheLastVersion_whenFiftyVersionsOfAMemberComeAtOnce()
      throws InterruptedException {
    List<DomainEvent> versions = new ArrayList<>();
    for (int version = 1; version <= 50; version++) {
      versions.add(member("ada", version % 2 == 0 ? ALS : MIGRAINE).changed(version));
    }
    Collections.shuffle(versions, new Random(4));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    versions.forEach(event -> threads.execute(() -> deliverUntilHandled(subscriber, event, 50)));
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    String clean = EmbeddedDynamo.newTable();
    EventCall.deliver(subscriber(EmbeddedDynamo.client(), clean), member("ada", ALS).changed(50));
    assertThat(dump()).isEqualTo(EmbeddedDynamo.dump(clean));
  }

  private AlikesSubscriber subscriber(DynamoDbClient client, String name) {
    return new AlikesSubscriber(
        new DynamoCohortStore(new DynamoTable(client, name, clock), clock),
        Vocabulary.standard(),
        clock);
  }

  private List<String> cleanRun() {
    String clean = EmbeddedDynamo.newTable();
    AlikesSubscriber calm = subscriber(EmbeddedDynamo.client(), clean);
    STORY.forEach(event -> EventCall.deliver(calm, event));
    return EmbeddedDynamo.dump(clean);
  }

  private static int deliverUntilHandled(AlikesSubscriber dying, DomainEvent event, int most) {
    for (int deaths = 0; ; deaths++) {
      try {
        EventCall.deliver(dying, event);
        return deaths;
      } catch (RuntimeException died) {
        assertThat(deaths).isLessThan(most);
      }
    }
  }

  private void deliver(DomainEvent event) {
    EventCall.deliver(subscriber, event);
  }

  private List<String> dump() {
    return EmbeddedDynamo.dump(table);
  }
}
