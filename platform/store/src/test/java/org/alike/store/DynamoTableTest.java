package org.alike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Invocation;
import org.alike.kernel.Json;
import org.alike.kernel.Marker;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class DynamoTableTest {
  private static final Index FEED = new Index("byFeed", "feed", "activity");
  private final MovableClock clock = MovableClock.atNoon();
  private final String name =
      EmbeddedDynamo.newTable(new EmbeddedDynamo.IndexShape("byFeed", "feed", "activity"));
  private final DynamoTable table = new DynamoTable(EmbeddedDynamo.client(), name, clock);
  private final Key key = Key.of("A", "1");

  @Test
  void write_isRefusedAndReturnsWhatIsThere_whenTheConditionFails() {
    table.write(Write.put(Item.of(key).with("color", "red")).ifAbsent());

    Outcome outcome = table.write(Write.put(Item.of(key).with("color", "blue")).ifAbsent());

    assertThat(outcome.refusedAt(0)).isTrue();
    assertThat(outcome.existing().orElseThrow().text("color")).isEqualTo("red");
  }

  @Test
  void getAll_findsEachOnce_andLeavesOutWhatIsNotThereOrHasExpired() {
    for (int n = 0; n < 230; n++) {
      Item item = Item.of(Key.of("A", "n" + n));
      table.write(Write.put(n % 100 == 7 ? item.expiring(clock.instant()) : item));
    }
    List<Key> keys = IntStream.range(0, 240).mapToObj(n -> Key.of("A", "n" + n % 235)).toList();

    List<Item> found = table.getAllEventually(keys);

    assertThat(found).extracting(Item::key).doesNotHaveDuplicates().hasSize(227);
    assertThat(table.getAllEventually(List.of())).isEmpty();
  }

  @Test
  void portion_tellsHowMuchWasRead_whenWhatIsThereHasExpired() {
    for (int n = 0; n < 10; n++) {
      Item item = Item.of(Key.of("A", "n" + n)).with("color", "red").with("size", n);
      table.write(Write.put(n < 7 ? item.expiring(clock.instant()) : item));
    }
    Query query = Query.partition("A");

    Portion first = table.portion(query.limit(6));
    Portion second = table.portion(query.limit(6).after(first.next()), "size");
    Portion newest = table.portion(query.descending().limit(2));

    assertThat(first.items()).isEmpty();
    assertThat(first.read()).isEqualTo(6);
    assertThat(first.next()).containsExactly("A", "n5");
    assertThat(second.items()).extracting(item -> item.number("size")).containsExactly(7L, 8L, 9L);
    assertThat(second.items()).noneMatch(item -> item.find("color").isPresent());
    assertThat(second.read()).isEqualTo(4);
    assertThat(second.next()).isNull();
    assertThat(newest.items()).extracting(item -> item.key().sort()).containsExactly("n9", "n8");
  }

  @Test
  void write_changesNothing_whenOnePartIsRefused() {
    table.write(Write.put(Item.of(key)).ifAbsent());
    List<String> before = EmbeddedDynamo.dump(name);

    Outcome outcome =
        table.write(Write.put(Item.of(Key.of("B", "1"))), Write.put(Item.of(key)).ifAbsent());

    assertThat(outcome.refused()).isEqualTo(1);
    assertThat(EmbeddedDynamo.dump(name)).isEqualTo(before);
  }

  @Test
  void update_countsAndNotesTheCause_whenInsideAnInvocation() {
    table.write(Write.put(Item.of(key).with("replies", 1)));

    try (Invocation invocation = Invocation.begin("request-7")) {
      table.write(
          Write.update(key, "SET #replies = #replies + ?, #last = ?", 2, "now")
              .when("attribute_exists(#pk)"));
      assertThat(invocation.cost().requests()).isZero();
    }

    Item item = table.get(key).orElseThrow();
    assertThat(item.number("replies")).isEqualTo(3);
    assertThat(item.cause()).isEqualTo("request-7");
  }

  @Test
  void get_findsNothing_whenTheItemHasExpired() {
    table.write(Write.put(Item.of(key).expiring(clock.instant().plusSeconds(60))));
    assertThat(table.get(key)).isPresent();

    clock.advance(Duration.ofSeconds(60));

    assertThat(table.get(key)).isEmpty();
    assertThat(table.query(Query.partition("A")).items()).isEmpty();
  }

  @Test
  void query_givesEachItemOnceAndNoDanglingPlace_whenPagedOverAnIndex() {
    for (int i = 0; i < 10; i++) {
      table.write(
          Write.put(
              Item.of(Key.of("T" + i, "X")).with("feed", "als").with("activity", "2026-" + i)));
    }
    List<String> seen = new ArrayList<>();
    Page page = table.query(Query.partition("als").on(FEED).descending().limit(5));
    page.items().forEach(item -> seen.add(item.key().partition()));
    assertThat(page.next()).isNotNull();

    page = table.query(Query.partition("als").on(FEED).descending().limit(5).after(page.next()));
    page.items().forEach(item -> seen.add(item.key().partition()));

    assertThat(page.next()).isNull();
    assertThat(seen).containsExactly("T9", "T8", "T7", "T6", "T5", "T4", "T3", "T2", "T1", "T0");
  }

  @Test
  void query_readsNothingElse_whenAValueLooksLikeAnExpression() {
    String hostile = "A OR attribute_exists(#pk)";
    table.write(Write.put(Item.of(Key.of(hostile, "#x :v0")).with("t", "?#pk")));
    table.write(Write.put(Item.of(key)));

    assertThat(table.query(Query.partition(hostile).startingWith("#x")).items())
        .extracting(item -> item.text("t"))
        .containsExactly("?#pk");
  }

  @Test
  void write_saysAlreadyWritten_whenTheMarkerIsThere() {
    Answer answer = Answer.created("/things/1", Json.of("id", "1"));
    Instant expires = clock.instant().plus(Duration.ofHours(24));
    Optional<Marker> marker = Optional.of(new Marker("m", "print", answer, expires));
    table.write(List.of(Write.put(Item.of(key))), marker);
    List<String> before = EmbeddedDynamo.dump(name);

    assertThatThrownBy(() -> table.write(List.of(Write.put(Item.of(Key.of("A", "2")))), marker))
        .isInstanceOf(Marker.AlreadyWritten.class);

    assertThat(EmbeddedDynamo.dump(name)).isEqualTo(before);
    assertThat(new DynamoMarkers(table).find("m").orElseThrow().answer()).isEqualTo(answer);
  }

  @Test
  void write_saysAlreadyWritten_whenTheEffectIsThereToo() {
    Instant expires = clock.instant().plus(Duration.ofHours(24));
    Optional<Marker> marker = Optional.of(new Marker("m", "print", Answer.noContent(), expires));
    List<Write> effect = List.of(Write.put(Item.of(key)).ifAbsent());
    table.write(effect, marker);

    assertThatThrownBy(() -> table.write(effect, marker)).isInstanceOf(Marker.AlreadyWritten.class);
    assertThat(table.write(effect, Optional.empty()).refusedAt(0)).isTrue();
  }

  @Test
  void write_isUnavailable_whenTheTableCannotBeReached() {
    DynamoTable away =
        new DynamoTable(
            FaultyDynamo.planned(EmbeddedDynamo.client(), call -> FaultyDynamo.Fault.BEFORE),
            name,
            clock);

    assertThatThrownBy(() -> away.write(Write.put(Item.of(key))))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
  }

  @Test
  void signingKey_isTheSame_whenTwoInstancesAskForIt() {
    byte[] first = new SigningKey(table, new SecureRandom()).get();
    byte[] second = new SigningKey(table, new SecureRandom()).get();

    assertThat(second).isEqualTo(first).hasSize(32);
  }
}
