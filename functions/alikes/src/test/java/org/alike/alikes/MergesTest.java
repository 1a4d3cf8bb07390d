package org.alike.alikes;

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
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.alike.kernel.DomainEvent;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;

class MergesTest {
  private final MovableClock clock = MovableClock.atNoon();

  /**
   * Members join, change and leave; after each step the cohort is what the last of them make it.
   */
  @Property(tries = 60)
  void cohort_isThatOfTheLastVersions_whateverWasMerged(
      @ForAll @Size(300) List<@IntRange(max = 89) Integer> steps) {
    InMemoryTable table = new InMemoryTable();
    AlikesSubscriber subscriber =
        new AlikesSubscriber(table, table, table, Vocabulary.standard(), clock);
    Cohorts cohorts = new Cohorts(table, new Hierarchy(Vocabulary.standard()));
    Map<String, Long> model = new TreeMap<>();
    for (int version = 1; version <= steps.size(); version++) {
      String id = id(steps.get(version - 1) % 60);
      boolean leaves = steps.get(version - 1) >= 60;
      EventCall.deliver(subscriber, member(id, leaves ? T2D : MIGRAINE).changed(version));
      if (leaves) {
        model.remove(id);
      } else {
        model.put(id, (long) version);
      }
      if (version % 40 == 0) {
        assertThat(versions(cohorts.cohort(MIGRAINE))).isEqualTo(model);
      }
    }

    assertThat(versions(new Cohorts(table, new Hierarchy(Vocabulary.standard())).cohort(MIGRAINE)))
        .isEqualTo(model);
    assertThat(table.read(MIGRAINE).log()).hasSizeLessThan(Merging.LONG_LOG);
  }

  @Example
  void counts_areExact_whenTwoHundredChangesComeAtOnce() throws InterruptedException {
    String table = EmbeddedDynamo.newTable();
    AlikesSubscriber subscriber = Stored.subscriber(EmbeddedDynamo.client(), table, clock);
    List<DomainEvent> events = new ArrayList<>();
    IntStream.range(0, 100).forEach(n -> events.add(member(id(n), MIGRAINE).changed(1)));
    IntStream.range(0, 100)
        .forEach(n -> events.add(member(id(n), n % 4 == 0 ? T2D : MIGRAINE).changed(2)));
    Collections.shuffle(events, new Random(200));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    events.forEach(event -> threads.execute(() -> EventCall.deliver(subscriber, event)));
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

    AlikesFunction function = Stored.function(EmbeddedDynamo.client(), table, clock);
    for (Map.Entry<String, Integer> count : Map.of(MIGRAINE, 75, T2D, 25).entrySet()) {
      assertThat(
              HttpCall.of("GET /conditions/{slug}/alikes")
                  .path("slug", count.getKey())
                  .send(function)
                  .json())
          .containsEntry("count", count.getValue());
    }
    assertThat(Stored.content(table, clock)).hasSize(100 + 3);
  }

  @Example
  void readers_countEverybodyAtEachMoment_whileOthersMerge() throws InterruptedException {
    String table = EmbeddedDynamo.newTable();
    AlikesSubscriber subscriber = Stored.subscriber(EmbeddedDynamo.client(), table, clock);
    IntStream.range(0, 31)
        .forEach(n -> EventCall.deliver(subscriber, member(id(n), MIGRAINE).changed(1)));
    ExecutorService writer = Executors.newSingleThreadExecutor();
    IntStream.range(2, 120)
        .forEach(
            version ->
                writer.execute(
                    () ->
                        EventCall.deliver(
                            subscriber, member(id(version % 31), MIGRAINE).changed(version))));
    writer.execute(() -> EventCall.deliver(subscriber, member(id(31), MIGRAINE).changed(1)));
    IntStream.range(200, 320)
        .forEach(
            version ->
                writer.execute(
                    () ->
                        EventCall.deliver(
                            subscriber, member(id(version % 32), MIGRAINE).changed(version))));
    writer.shutdown();

    while (!writer.isTerminated()) {
      Cohort cohort = Stored.cohorts(EmbeddedDynamo.client(), table, clock).cohort(MIGRAINE);
      assertThat(cohort.rows()).hasSizeBetween(31, 32);
    }
    assertThat(writer.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
  }

  @Example
  void segments_fitAnItem_andALargeCohortIsReadBack() {
    List<Row> people = new ArrayList<>();
    new Population(MIGRAINE, 10).generate(12_000, people::add);
    DynamoCohortStore store =
        new DynamoCohortStore(
            new DynamoTable(EmbeddedDynamo.client(), EmbeddedDynamo.newTable(), clock));
    CohortState large =
        new CohortState(MIGRAINE, Manifest.NONE, people.stream().map(LogEntry::of).toList(), true);

    Merge merge =
        Merging.of(
            large,
            segment -> {
              throw new AssertionError("There is none");
            });

    assertThat(merge.written()).hasSizeGreaterThan(1);
    assertThat(merge.after().segments())
        .allSatisfy(segment -> assertThat(segment.bytes()).isLessThan(Segment.MOST_BYTES));
    assertThat(store.merge(MIGRAINE, merge)).isTrue();
    assertThat(store.merge(MIGRAINE, merge)).isFalse();
    Cohort cohort = new Cohorts(store, new Hierarchy(Vocabulary.standard())).cohort(MIGRAINE);
    assertThat(cohort.complete()).isTrue();
    assertThat(PackedRows.pack(cohort.rows())).isEqualTo(PackedRows.pack(people));
  }

  private static Map<String, Long> versions(Cohort cohort) {
    Map<String, Long> versions = new TreeMap<>();
    cohort.read(row -> assertThat(versions.put(row.id(), row.version())).isNull());
    return versions;
  }
}
