package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
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

/** Events come more than once, late, in any order and all at once, and functions die. */
class DeliveryTest {
  private static final List<DomainEvent> STORY =
      List.of(
          member("ada", ALS).symptoms("fatigue").changed(1),
          member("ben", T2D, MIGRAINE).seenBy("matching").changed(1),
          member("ada").parted("ben", 1),
          member("ada", ALS, T2D).symptoms("fatigue", "muscle-cramps").changed(2),
          member("cleo", ALS).changed(1),
          member("cleo").parted("ben", 1),
          member("ben").parted("cleo", 1),
          member("ada").reunited("ben", 2),
          member("ben").parted("ada", 1),
          member("ada", MIGRAINE).seenBy("public").with("wishes", Map.of("sex", true)).changed(3),
          member("dora").with("matchable", false).changed(2),
          member("dora", ALS, T2D).changed(1),
          member("cleo").erased(2));

  /** Enough for merges, some of whose rows change or have to go again. */
  private static final List<DomainEvent> LONG_STORY =
      Stream.of(
              IntStream.range(0, 75).mapToObj(n -> member(id(n), ALS).changed(1)),
              IntStream.range(10, 45).mapToObj(n -> member(id(n), ALS, T2D).changed(2)),
              IntStream.range(20, 26).mapToObj(n -> member(id(n), MIGRAINE).changed(3)),
              IntStream.range(24, 30).mapToObj(n -> member(id(n)).erased(4)))
          .flatMap(events -> events)
          .toList();

  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final AlikesSubscriber subscriber = subscriber(EmbeddedDynamo.client(), table);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void table_isThatOfACleanRun_whenEventsComeThreeTimesShuffledAndLate(long seed) {
    tripled(STORY, seed).forEach(event -> EventCall.deliver(subscriber, event));

    assertThat(content(table)).isEqualTo(cleanRun(STORY));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void table_isThatOfACleanRun_whenALongStoryComesThreeTimesShuffledAndLate(long seed) {
    tripled(LONG_STORY, seed).forEach(event -> EventCall.deliver(subscriber, event));

    assertThat(content(table)).isEqualTo(cleanRun(LONG_STORY));
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void table_isThatOfACleanRun_whenTheFunctionDiesAtAnyCallAndIsTriedAgain(Fault fault) {
    List<String> clean = cleanRun(STORY);

    int deaths = 1;
    for (int k = 0; deaths > 0; k++) {
      String fresh = EmbeddedDynamo.newTable();
      deaths = dyingAt(k, fault, fresh, STORY);
      assertThat(deaths).isLessThanOrEqualTo(1);
      assertThat(content(fresh)).as("died at call " + k).isEqualTo(clean);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void table_isThatOfACleanRun_whenTheFunctionDiesAtAnyCallOfAMergeOrARemoval(Fault fault) {
    List<DomainEvent> before =
        IntStream.range(0, 31).mapToObj(n -> member(id(n), MIGRAINE).changed(1)).toList();
    List<DomainEvent> merging =
        List.of(
            member(id(31), MIGRAINE).changed(1),
            member(id(3), T2D).changed(2),
            member(id(4)).parted(id(5), 1),
            member(id(5)).erased(2));
    List<String> clean = cleanRun(Stream.concat(before.stream(), merging.stream()).toList());

    before.forEach(event -> EventCall.deliver(subscriber, event));
    int deaths = 1;
    for (int k = 0; deaths > 0; k++) {
      String fresh = Stored.copy(table);
      deaths = dyingAt(k, fault, fresh, merging);
      assertThat(deaths).isLessThanOrEqualTo(1);
      assertThat(content(fresh)).as("died at call " + k).isEqualTo(clean);
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
    atOnce(subscriber, versions);

    assertThat(content(table)).isEqualTo(cleanRun(List.of(member("ada", ALS).changed(50))));
  }

  @Test
  void table_isThatOfACleanRun_whenAllComesAtOnceAndATransactionInThreeMeetsAConflict()
      throws InterruptedException {
    Random random = new Random(30);
    AlikesSubscriber troubled =
        subscriber(
            FaultyDynamo.planned(
                EmbeddedDynamo.client(),
                call -> random.nextInt(10) < 3 ? Fault.CONFLICT : Fault.NONE),
            table);

    atOnce(troubled, tripled(LONG_STORY, 7));

    assertThat(content(table)).isEqualTo(cleanRun(LONG_STORY));
  }

  private int dyingAt(int call, Fault fault, String fresh, List<DomainEvent> story) {
    AlikesSubscriber dying =
        subscriber(FaultyDynamo.failingAt(EmbeddedDynamo.client(), call, fault), fresh);
    return story.stream().mapToInt(event -> deliverUntilHandled(dying, event, 3)).sum();
  }

  private static List<DomainEvent> tripled(List<DomainEvent> story, long seed) {
    List<DomainEvent> events =
        new ArrayList<>(Collections.nCopies(3, story).stream().flatMap(List::stream).toList());
    Collections.shuffle(events, new Random(seed));
    return events;
  }

  private static void atOnce(AlikesSubscriber subscriber, List<DomainEvent> events)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    events.forEach(event -> threads.execute(() -> deliverUntilHandled(subscriber, event, 50)));
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
  }

  private AlikesSubscriber subscriber(DynamoDbClient client, String name) {
    return Stored.subscriber(client, name, clock);
  }

  private List<String> cleanRun(List<DomainEvent> story) {
    String clean = EmbeddedDynamo.newTable();
    AlikesSubscriber calm = subscriber(EmbeddedDynamo.client(), clean);
    story.forEach(event -> EventCall.deliver(calm, event));
    return content(clean);
  }

  private List<String> content(String name) {
    return Stored.content(name, clock);
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
}
