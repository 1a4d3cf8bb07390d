package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class NewsTest {
  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final List<DomainEvent> told = new ArrayList<>();
  private final EventBus bus =
      (source, events) -> {
        assertThat(source).isEqualTo("alike.alikes");
        told.addAll(events);
        return Set.of();
      };

  /** When somebody close to each member joined last. */
  private final Map<String, Instant> joined = new HashMap<>();

  @Test
  void look_tellsWithoutAnyHealthData_whenSomebodyCloseHasJoined() {
    watch("ada");
    watch("bob");
    join("ada");

    assertThat(news().look()).isEqualTo(1);

    assertThat(told).extracting(DomainEvent::id).containsExactly("AlikeJoined:ada:202648");
    assertThat(told.get(0).data()).isEqualTo(Map.of("memberId", "ada", "week", "2026-W48"));
  }

  @Test
  void look_tellsNobodyTwice_ofTheSamePerson() {
    watch("ada");
    join("ada");
    news().look();

    IntStream.range(0, 24 * 20).forEach(hour -> lookAfter(Duration.ofHours(1)));

    assertThat(told).hasSize(1);
  }

  @Test
  void look_waitsSevenDays_whenMoreJoinInBetween() {
    watch("ada");
    join("ada");
    news().look();
    clock.advance(Duration.ofDays(1));
    join("ada");

    lookAfter(Duration.ofDays(5));
    assertThat(told).hasSize(1);
    lookAfter(Duration.ofDays(1));
    assertThat(told)
        .extracting(event -> event.data().get("week"))
        .containsExactly("2026-W48", "2026-W49");
  }

  @Test
  void look_findsWhoeverIsKnownLate() {
    watch("ada");
    clock.advance(Duration.ofDays(3));
    news().look();
    joined.put("ada", clock.instant().minus(Duration.ofHours(5)));

    lookAfter(Duration.ofHours(1));

    assertThat(told).hasSize(1);
  }

  @Test
  void look_tellsNobody_whoWishesForNoNewsAnyMore() {
    watch("ada");
    join("ada");
    new DynamoTable(EmbeddedDynamo.client(), table, clock).write(DynamoWatchStore.ending("ada"));

    assertThat(news().look()).isZero();
    assertThat(EmbeddedDynamo.dump(table)).isEmpty();
  }

  @Test
  void look_writesNothing_whenTheMemberHasLeftMeanwhile() {
    watch("ada");
    join("ada");
    DynamoTable real = new DynamoTable(EmbeddedDynamo.client(), table, clock);
    News leaving =
        new News(
            watches(EmbeddedDynamo.client()),
            (member, since) -> real.write(DynamoWatchStore.ending(member)).done(),
            bus,
            clock);

    assertThat(leaving.look()).isZero();
    assertThat(told).isEmpty();
    assertThat(EmbeddedDynamo.dump(table)).isEmpty();
  }

  @Test
  void watching_keepsWhatWasLookedAt_whenTheProfileChanges() {
    watch("ada");
    join("ada");
    news().look();
    List<String> before = EmbeddedDynamo.dump(table);

    watch("ada");

    assertThat(EmbeddedDynamo.dump(table)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void look_tellsEachOnce_whereverItBreaksAndIsTriedAgain(Fault fault) {
    int calls = 16 + 2 * 3;
    for (int broken = 0; broken < calls; broken++) {
      String name = "member-" + fault + "-" + broken;
      told.clear();
      watch(name);
      join(name);
      DynamoDbClient faulty = FaultyDynamo.failingAt(EmbeddedDynamo.client(), broken, fault);

      try {
        news(watches(faulty), bus).look();
      } catch (RuntimeException expected) {
        clock.advance(Duration.ofHours(1));
      }
      news().look();
      lookAfter(Duration.ofHours(1));

      assertThat(new HashSet<>(told.stream().map(DomainEvent::id).toList())).hasSize(1);
      assertThat(told).as("only a repeat of the same").allMatch(told.get(0)::equals);
    }
  }

  @Test
  void look_triesAgainWithTheSameEvent_whenTheBusRefuses() {
    watch("ada");
    join("ada");
    EventBus full =
        (source, events) -> {
          told.addAll(events);
          return Set.of(events.get(0).id());
        };

    assertThat(news(watches(EmbeddedDynamo.client()), full).look()).isZero();
    clock.advance(Duration.ofDays(6));
    assertThat(news().look()).isEqualTo(1);

    assertThat(told).hasSize(2).allMatch(told.get(0)::equals);
  }

  @Test
  void look_goesOnWithOthers_andFailsAtTheEnd_whenOneFails() {
    watch("ada");
    watch("bob");
    join("bob");
    News broken =
        new News(
            watches(EmbeddedDynamo.client()),
            (member, since) -> {
              if (member.equals("ada")) {
                throw new IllegalStateException("Injected");
              }
              return true;
            },
            bus,
            clock);

    assertThatThrownBy(broken::look).hasMessage("Injected");
    assertThat(told).extracting(DomainEvent::entity).containsExactly("bob");
  }

  private void lookAfter(Duration step) {
    clock.advance(step);
    news().look();
  }

  private void join(String close) {
    joined.put(close, clock.instant());
  }

  private void watch(String memberId) {
    new DynamoTable(EmbeddedDynamo.client(), table, clock)
        .write(DynamoWatchStore.watching(memberId, clock.instant().minusSeconds(1)));
  }

  private News news() {
    return news(watches(EmbeddedDynamo.client()), bus);
  }

  private News news(WatchStore watches, EventBus to) {
    return new News(
        watches,
        (member, since) -> joined.getOrDefault(member, Instant.MIN).isAfter(since),
        to,
        clock);
  }

  private WatchStore watches(DynamoDbClient client) {
    return new DynamoWatchStore(new DynamoTable(client, table, clock));
  }
}
