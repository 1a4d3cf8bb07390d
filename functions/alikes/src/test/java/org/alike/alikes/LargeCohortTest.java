package org.alike.alikes;

import static org.alike.alikes.Members.MIGRAINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/**
 * Of more people than are looked at again after each change, what has changed holds all the same.
 */
class LargeCohortTest {
  private static final int PEOPLE = Cohort.MOST_INDEXED_ANEW + 100;
  private static final Hierarchy HIERARCHY = new Hierarchy(Vocabulary.standard());

  /** Nobody else has all of these. */
  private static final Set<Feature> TYPED =
      Set.of(
          new Feature(Kind.CONDITION, MIGRAINE),
          new Feature(Kind.SYMPTOM, "falls"),
          new Feature(Kind.SYMPTOM, "choking"),
          new Feature(Kind.SYMPTOM, "drooling"),
          new Feature(Kind.SYMPTOM, "hand-weakness"),
          new Feature(Kind.TREATMENT, "riluzole"));

  private final List<Row> people = new ArrayList<>();
  private final Segments segments = segments();

  @Test
  void changes_holdAtOnce_andEverybodyCountsOnce() {
    Row gone = people.get(7);
    Row hidden = people.get(8);
    Row changed = people.get(9);
    Row caller = row("caller", TYPED);
    List<LogEntry> log =
        List.of(
            LogEntry.gone(gone.id(), 99),
            LogEntry.of(with(hidden, hidden.typed(), Map.of())),
            LogEntry.of(with(changed, caller.typed(), caller.attributes().shown())),
            LogEntry.of(row("newcomer", caller.typed())));
    Cohort cohort = new Cohort(state(log), segments, true, HIERARCHY);

    List<String> listed = listed(cohort, caller);

    assertThat(listed).doesNotHaveDuplicates().doesNotContain(gone.id(), hidden.id());
    assertThat(listed.subList(0, 2)).containsExactlyInAnyOrder(changed.id(), "newcomer");
    assertThat(cohort.headcount()).isEqualTo(new Headcount(PEOPLE, false));
    assertThat(cohort.ranking().count(eligibility(caller), 2026)).isEqualTo(listed.size());
    assertThat(cohort.rows()).hasSize(PEOPLE);
  }

  @Test
  void openCards_areThoseOfNow_theNewestFirst() {
    Row closed = people.get(20);
    Row opened = people.get(21);
    Map<Field, Audience> open = new LinkedHashMap<>(opened.attributes().shown());
    open.put(Field.CARD, Audience.PUBLIC);
    Cohort before =
        new Cohort(
            state(List.of(LogEntry.of(with(closed, closed.typed(), open)))),
            segments,
            true,
            HIERARCHY);
    Cohort after =
        new Cohort(
            state(List.of(LogEntry.of(with(opened, opened.typed(), open)))),
            segments,
            true,
            HIERARCHY);

    assertThat(before.open()).containsExactly(new CardKey(closed.id(), 1_000));
    assertThat(after.open()).containsExactly(new CardKey(opened.id(), 1_000));
  }

  @Test
  void order_isTheSame_whateverSomebodyHidesWhoHasChanged() {
    Row caller = row("caller", TYPED);
    Map<Field, Audience> hiding = new LinkedHashMap<>(caller.attributes().shown());
    hiding.put(Field.SYMPTOMS, Audience.MATCHING);
    hiding.put(Field.TREATMENTS, Audience.ALIKES);
    Set<Feature> less = new HashSet<>(TYPED);
    less.remove(new Feature(Kind.TREATMENT, "riluzole"));
    Row symptoms = with(people.get(9), less, hiding);
    Row nothing = with(people.get(9), Set.of(new Feature(Kind.CONDITION, MIGRAINE)), hiding);
    Row all = with(people.get(9), TYPED, hiding);

    assertThat(order(symptoms, caller, Audience.ALIKES))
        .isEqualTo(order(nothing, caller, Audience.ALIKES))
        .isNotEqualTo(order(all, caller, Audience.ALIKES));
    assertThat(order(all, caller, Audience.MEMBERS))
        .isEqualTo(order(nothing, caller, Audience.MEMBERS));
  }

  @Test
  void weights_doNotCountWhomTheCallerIsApartFrom_butHeadcountsDo() {
    Cohort cohort = new Cohort(state(List.of()), segments, true, HIERARCHY);
    Row listed =
        people.stream().filter(row -> row.seenBy(Audience.ALIKES).isPresent()).findAny().get();

    Cohort without = cohort.without(Set.of(listed.id(), "somebody-else"));

    assertThat(without.ranking().weights().people())
        .isEqualTo(cohort.ranking().weights().people() - 1);
    assertThat(without.headcount()).isEqualTo(cohort.headcount());
    assertThat(cohort.without(Set.of("somebody-else"))).isSameAs(cohort);
    assertThat(cohort.without(Set.of(listed.id()))).isSameAs(without);
  }

  private List<String> order(Row changed, Row caller, Audience viewer) {
    Cohort cohort = new Cohort(state(List.of(LogEntry.of(changed))), segments, true, HIERARCHY);
    return listed(cohort.seenBy(viewer), caller);
  }

  private List<String> listed(Cohort cohort, Row caller) {
    return cohort
        .ranking()
        .top(caller.traits(HIERARCHY::closure), eligibility(caller), PEOPLE, Optional.empty(), 2026)
        .stream()
        .map(Match::id)
        .toList();
  }

  private static Eligibility eligibility(Row caller) {
    return new Eligibility(
        caller.id(),
        caller.attributes(),
        caller.birthYear(),
        Set.of(),
        Filters.NONE,
        Instant.MAX,
        Set.of());
  }

  private Segments segments() {
    new Population(MIGRAINE, 4).generate(PEOPLE, people::add);
    people.sort(Comparator.comparing(Row::id));
    Map<String, byte[]> packed = new LinkedHashMap<>();
    packed.put("1-0", PackedRows.pack(people.subList(0, PEOPLE / 2)));
    packed.put("1-1", PackedRows.pack(people.subList(PEOPLE / 2, PEOPLE)));
    return new Segments(packed, PEOPLE, HIERARCHY);
  }

  private static CohortState state(List<LogEntry> log) {
    return new CohortState(MIGRAINE, Manifest.NONE, log, true);
  }

  private static Row row(String id, Set<Feature> typed) {
    return new Row(id, 1, Instant.EPOCH, typed, Optional.empty(), Rows.everythingShown());
  }

  private static Row with(Row row, Set<Feature> typed, Map<Field, Audience> shown) {
    Attributes own = row.attributes();
    return new Row(
        row.id(),
        1_000,
        row.joined(),
        typed,
        Optional.empty(),
        new Attributes(own.sex(), own.country(), own.languages(), own.wishes(), shown));
  }
}
