package org.alike.alikes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Counts what DynamoDB bills: reads as it reports them, eventually consistent as the functions ask
 * for them; writes by its price list, because the embedded engine reports transactions at half
 * their price. docs/matching.md has the command and what came out.
 *
 * <p>Up to 10,000 members sign up one by one. Of more, the first are put into segments in merges of
 * 1,000, and only the last 1,000 sign up. Nobody here is public, so the page of a condition has no
 * cards.
 */
final class UnitsBenchmark {
  private static final String CONDITION = "type-2-diabetes";
  private static final int ONE_BY_ONE = 10_000;
  private static final int AT_ONCE = 1_000;
  private static final int PAGE = 20;

  private final Clock clock = MovableClock.atNoon();
  private final String name = EmbeddedDynamo.newTable();
  private final MeteredDynamo meter = new MeteredDynamo();
  private final DynamoTable table = new DynamoTable(meter.client(), name, clock);
  private final Hierarchy hierarchy = new Hierarchy(Vocabulary.standard());
  private final DynamoCohortStore cohorts = new DynamoCohortStore(table);
  private final Memberships memberships =
      new Memberships(
          new DynamoMemberStore(table, clock), new DynamoPartingStore(table), cohorts, hierarchy);

  /** The numbers of people are arguments. */
  public static void main(String[] arguments) {
    for (String people : arguments) {
      for (int ids : new int[] {5, 10}) {
        new UnitsBenchmark().run(Integer.parseInt(people), ids);
      }
    }
  }

  private void run(int people, int ids) {
    List<Row> rows = new ArrayList<>();
    new Population(CONDITION, ids).generate(people, rows::add);
    int atOnce = people > ONE_BY_ONE ? people - AT_ONCE : 0;
    for (int from = 0; from < atOnce; from += AT_ONCE) {
      merge(rows.subList(from, from + AT_ONCE));
    }
    meter.reset();
    List<Row> joining = rows.subList(atOnce, people);
    joining.forEach(row -> memberships.changed(person(row), row.version()));
    say(
        "%,7d members, %2d ids: %.2f write units a signup of %d conditions, %.1f read",
        people,
        ids,
        meter.written() / joining.size(),
        hierarchy.cohorts(List.of(CONDITION)).size(),
        meter.read() / joining.size());
    CohortState state = cohorts.read(CONDITION);
    say(
        "    %d segments, %,d bytes before compression, log of %d",
        state.manifest().segments().size(),
        state.manifest().segments().stream().mapToInt(Segment::bytes).sum(),
        state.log().size());
    // The log at its longest.
    for (Row row : joining) {
      if (cohorts.read(CONDITION).log().size() < Math.min(people, Merging.LONG_LOG - 1)) {
        memberships.changed(person(row), row.version() + 1);
      }
    }
    String me = joining.get(0).id();
    AlikesFunction function = function();
    measure("GET /conditions/{slug}/alikes", "cold", function, page());
    measure("GET /conditions/{slug}/alikes", "warm", function, page());
    measure("GET /me/alikes", "warm, cards cold", function, mine(me));
    measure("GET /me/alikes", "warm", function, mine(me));
    measure("GET /me/alikes", "cold", function(), mine(me));
    memberships.changed(person(joining.get(1)), joining.get(1).version() + 2);
    measure("GET /me/alikes", "warm, after a change", function, mine(me));
  }

  private AlikesFunction function() {
    return new AlikesFunction(
        new DynamoMemberStore(table, clock),
        cohorts,
        Vocabulary.standard(),
        () -> new byte[32],
        clock);
  }

  private void merge(List<Row> rows) {
    for (String cohort : hierarchy.cohorts(List.of(CONDITION))) {
      CohortState state = cohorts.read(cohort);
      CohortState full =
          new CohortState(cohort, state.manifest(), rows.stream().map(LogEntry::of).toList(), true);
      cohorts.merge(
          cohort, Merging.of(full, segment -> cohorts.segment(cohort, segment.id()).orElseThrow()));
    }
  }

  private void measure(String route, String how, AlikesFunction function, HttpCall call) {
    meter.reset();
    long start = System.nanoTime();
    int status = call.send(function).status();
    say(
        "    %-30s %-20s %d: %6.1f read units, %d requests, %.0f ms",
        route, how, status, meter.read(), meter.requests(), (System.nanoTime() - start) / 1e6);
  }

  private static HttpCall page() {
    return HttpCall.of("GET /conditions/{slug}/alikes")
        .path("slug", CONDITION)
        .query("limit", String.valueOf(PAGE));
  }

  private static HttpCall mine(String me) {
    return HttpCall.of("GET /me/alikes").as(me).query("limit", String.valueOf(PAGE));
  }

  private static Person person(Row row) {
    Map<Kind, List<Told>> told = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      told.put(
          kind,
          row.typed().stream()
              .filter(feature -> feature.kind() == kind)
              .map(feature -> new Told(feature.id(), Map.of()))
              // Of the population's other conditions none, so that each signup is of one.
              .filter(one -> kind != Kind.CONDITION || one.id().equals(CONDITION))
              .toList());
    }
    Map<CardField, Audience> shown = new EnumMap<>(CardField.class);
    for (CardField field : CardField.values()) {
      shown.put(field, Audience.MEMBERS);
    }
    return new Person(
        row.id(),
        row.joined(),
        true,
        told,
        new Particulars(
            "Somebody",
            row.birthYear(),
            row.attributes().sex(),
            row.attributes().country(),
            Optional.empty(),
            row.attributes().languages(),
            Optional.empty()),
        Wishes.NONE,
        shown);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
