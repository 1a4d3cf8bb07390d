package org.alike.alikes;

import static org.alike.alikes.Adversary.number;
import static org.alike.alikes.Adversary.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** Answers about invented people, and an {@link Adversary} who reads them. */
class InsightsAdversaryTest {
  private static final Feature WEAKNESS = new Feature(Kind.SYMPTOM, "hand-weakness");
  private static final Feature FALLS = new Feature(Kind.SYMPTOM, "falls");
  private static final Feature NAUSEA = new Feature(Kind.SYMPTOM, "nausea");
  private static final Feature RILUZOLE = new Feature(Kind.TREATMENT, "riluzole");

  private int people;

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void twoAnswers_isolateNobody_whenOneIsOfAMoreSpecificCondition(
      @ForAll("sizes") List<Integer> sizes, @ForAll int key) {
    List<Row> specific = tellers(sizes.subList(0, 3));
    List<Row> others = tellers(sizes.subList(3, 6));
    // Else the general condition has no answer of its own: see the next but one.
    Assume.that(specific.size() >= 11 && others.size() >= 11);
    List<Row> general = Stream.concat(specific.stream(), others.stream()).toList();
    Map<String, Object> narrow = insights(specific, "specific", key);
    Map<String, Object> broad = insights(general, "general", key);

    Adversary adversary =
        new Adversary(6)
            .counts(specific.size(), 0, 1, 2)
            .counts(others.size(), 3, 4, 5)
            .hears(weakness(narrow), specific.size(), 0)
            .hears(tellers(narrow), specific.size(), 0, 1)
            .hears(weakness(broad), general.size(), 0, 3)
            .hears(tellers(broad), general.size(), 0, 1, 3, 4);

    assertThat(adversary.isolated()).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void oneAnswer_isolatesNobody_whenTreatmentsAreToldInParts(
      @ForAll("sizes") List<Integer> sizes, @ForAll int key) {
    List<Row> all = new ArrayList<>();
    Iterator<Integer> many = sizes.iterator();
    for (Outcome outcome : Outcome.values()) {
      add(all, many.next(), Map.of(RILUZOLE, Detail.of(Use.PAST, outcome)));
    }
    add(all, many.next(), Map.of(RILUZOLE, Detail.NONE));
    add(all, many.next(), Map.of());
    Map<String, Object> riluzole = told(insights(all, "one", key), "treatments", RILUZOLE.id());
    Map<?, ?> outcomes = Json.asObject(riluzole.get("outcomes")).orElse(Map.of());

    Adversary adversary =
        new Adversary(6)
            .hears(number(outcomes, "helped"), all.size(), 0)
            .hears(number(outcomes, "noChange"), all.size(), 1)
            .hears(number(outcomes, "worse"), all.size(), 2)
            .hears(number(outcomes, "tooEarly"), all.size(), 3)
            .hears(number(riluzole, "n"), all.size(), 0, 1, 2, 3, 4)
            .counts(all.size(), 0, 1, 2, 3, 4, 5);

    assertThat(all.size() < 11 ? List.of() : adversary.isolated()).isEmpty();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void oneAnswer_isolatesNobody_whenGroupsOverlap(
      @ForAll("sizes") List<Integer> sizes, @ForAll int key) {
    List<Row> all = new ArrayList<>();
    add(all, sizes.get(0), Map.of(WEAKNESS, Detail.NONE, NAUSEA, Detail.NONE));
    add(all, sizes.get(1), Map.of(WEAKNESS, Detail.NONE));
    add(all, sizes.get(2), Map.of(NAUSEA, Detail.NONE));
    add(all, sizes.get(3), Map.of());
    Assume.that(all.size() >= 11);
    Map<String, Object> answer = insights(all, "one", key);

    Adversary adversary =
        new Adversary(4)
            .hears(weakness(answer), all.size(), 0, 1)
            .hears(number(told(answer, "symptoms", NAUSEA.id()), "n"), all.size(), 0, 2)
            .hears(tellers(answer), all.size(), 0, 1, 2)
            .counts(all.size(), 0, 1, 2, 3);

    assertThat(adversary.isolated()).isEmpty();
  }

  /** Known are the number of people before and after, and that nobody else has changed anything. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void twoAnswers_leaveOpenThatNoneHasIt_whenSomeJoinedOrLeftInBetween(
      @ForAll @IntRange(min = 11, max = 120) int stay,
      @ForAll @IntRange(max = 120) int have,
      @ForAll @IntRange(min = 1, max = 10) int come,
      @ForAll @IntRange(max = 10) int comeWithIt,
      @ForAll int key) {
    Assume.that(have <= stay && comeWithIt <= come);
    List<Row> before = tellers(List.of(have, stay - have, 0));
    List<Row> after = new ArrayList<>(before);
    after.addAll(tellers(List.of(comeWithIt, come - comeWithIt, 0)));
    int first = weakness(insights(before, "one", key));
    int second = weakness(insights(after, "one", key));

    assertThat(worlds(stay, come, first, second)).contains(0);
    if (come == 1) {
      assertThat(worlds(stay, come, first, second)).contains(0, 1);
    }
  }

  /** How many of those who came may have it. */
  private static List<Integer> worlds(int stay, int come, int first, int second) {
    List<Integer> possible = new ArrayList<>();
    for (int with = 0; with <= come; with++) {
      Adversary adversary =
          new Adversary(4)
              .counts(with, 0)
              .counts(come - with, 1)
              .counts(stay, 2, 3)
              .hears(first, stay, 2)
              .hears(second, stay + come, 0, 2);
      if (adversary.doubts()) {
        possible.add(with);
      }
    }
    return possible;
  }

  /** The member knows the own part, and sees both answers as often as wanted. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void twoAnswers_isolateNobody_whenAMemberTellsASymptomAndTakesItBack(
      @ForAll @IntRange(min = 11, max = 90) int others,
      @ForAll @IntRange(max = 90) int have,
      @ForAll int key) {
    Assume.that(have <= others);
    List<Row> rest = tellers(List.of(have, others - have, 0));
    Row silent = Rows.row("me", FALLS);
    Row telling = Rows.row("me", FALLS, WEAKNESS);
    int without = weakness(insights(with(rest, silent), "one", key));
    int with = weakness(insights(with(rest, telling), "one", key));

    Adversary adversary =
        new Adversary(3)
            .counts(1, 2)
            .counts(others, 0, 1)
            .hears(without, others + 1, 0)
            .hears(with, others + 1, 0, 2);

    assertThat(adversary.isolated()).as("but the member").allMatch(union -> union.get(2));
  }

  /** The caller edits the own profile, and knows who left the hundred most alike and who came. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void twoAnswers_isolateNobody_whenAFewOfTheHundredAreOthers(
      @ForAll @IntRange(min = 1, max = 10) int others,
      @ForAll @IntRange(max = 90) int have,
      @ForAll @IntRange(max = 10) int left,
      @ForAll @IntRange(max = 10) int came,
      @ForAll int key) {
    Assume.that(left <= others && came <= others);
    int same = MyInsights.MOST - others;
    List<Row> common = tellers(List.of(have, same - have, 0));
    List<Row> before = new ArrayList<>(common);
    before.addAll(tellers(List.of(left, others - left, 0)));
    List<Row> after = new ArrayList<>(common);
    after.addAll(tellers(List.of(came, others - came, 0)));

    Adversary adversary =
        new Adversary(6)
            .counts(same, 0, 1)
            .counts(others, 2, 3)
            .counts(others, 4, 5)
            .hears(weakness(insights(before, "like-me", key)), MyInsights.MOST, 0, 2)
            .hears(weakness(insights(after, "like-me", key)), MyInsights.MOST, 0, 4);

    assertThat(adversary.isolated())
        .doesNotContain(Adversary.union(0), Adversary.union(2), Adversary.union(4));
  }

  @Property(tries = 100)
  void answer_tellsNothing_whenThereAreFewerThanTwiceEleven(
      @ForAll @IntRange(max = 21) int many, @ForAll int key) {
    assertThat(insights(tellers(List.of(many, 0, 0)), "one", key))
        .isEqualTo(insights(List.of(), "one", key))
        .containsEntry("symptoms", List.of())
        .containsEntry("treatments", List.of())
        .containsEntry("withheld", true);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void answer_isTheSame_whateverPeopleHaveThatTheyShowToNobody(
      @ForAll("crowds") List<Row> rows, @ForAll int key) {
    List<Row> stripped = rows.stream().map(InsightsAdversaryTest::shown).toList();

    assertThat(insights(rows, "one", key)).isEqualTo(insights(stripped, "one", key));
  }

  /** Mostly of the sizes at which something changes. */
  @Provide
  Arbitrary<List<Integer>> sizes() {
    Arbitrary<Integer> few = Arbitraries.of(0, 0, 1, 2, 9, 10, 11, 12, 15, 16);
    return Arbitraries.oneOf(few, Arbitraries.integers().between(0, 45)).list().ofSize(6);
  }

  @Provide
  Arbitrary<List<Row>> crowds() {
    return Rows.row().list().ofMinSize(60).ofMaxSize(90).uniqueElements(Row::id);
  }

  /** The row without what its owner shows to nobody. */
  private static Row shown(Row row) {
    Attributes attributes = row.attributes();
    Set<Feature> shown =
        row.typed().stream()
            .filter(feature -> attributes.listed())
            .filter(feature -> attributes.shows(Field.of(feature.kind())))
            .collect(Collectors.toSet());
    return new Row(
        row.id(), row.version(), row.joined(), shown, row.details(), row.birthYear(), attributes);
  }

  @Example
  void answer_isDrawnAnew_whenSomebodyJoinsOrTheKeyIsAnother_andNotWhenAskedAgain() {
    List<Row> all = tellers(List.of(28, 30, 0));
    Stream<Integer> byKey =
        IntStream.range(0, 40).mapToObj(key -> weakness(insights(all, "one", key)));
    Stream<Integer> byPeople =
        IntStream.range(0, 40)
            .mapToObj(n -> weakness(insights(with(all, Rows.row("one" + n)), "one", 1)));

    assertThat(insights(all, "one", 1)).isEqualTo(insights(all, "one", 1));
    assertThat(byKey).contains(20, 35);
    assertThat(byPeople).contains(20, 35);
  }

  /** Of people with weakness, with another symptom, and with nothing to tell. */
  private List<Row> tellers(List<Integer> sizes) {
    List<Row> rows = new ArrayList<>();
    add(rows, sizes.get(0), Map.of(WEAKNESS, Detail.NONE));
    add(rows, sizes.get(1), Map.of(FALLS, Detail.NONE));
    add(rows, sizes.get(2), Map.of());
    return rows;
  }

  private void add(List<Row> rows, int many, Map<Feature, Detail> told) {
    for (int n = 0; n < many; n++) {
      Row bare = Rows.row(Members.id(people++));
      rows.add(
          new Row(
              bare.id(),
              1,
              bare.joined(),
              told.keySet(),
              told,
              Optional.empty(),
              bare.attributes()));
    }
  }

  private static List<Row> with(List<Row> rows, Row one) {
    return Stream.concat(rows.stream(), Stream.of(one)).toList();
  }

  private static Map<String, Object> insights(List<Row> rows, String name, int key) {
    byte[] secret = Integer.toString(key).getBytes(StandardCharsets.UTF_8);
    Bands bands = Bands.of(secret, name, rows.stream().map(Row::id).toList());
    return Insights.of(rows, bands, Vocabulary.standard(), Rows.CLOSURE);
  }

  private static int weakness(Map<String, Object> insights) {
    return number(told(insights, "symptoms", WEAKNESS.id()), "n");
  }

  private static int tellers(Map<String, Object> insights) {
    return number(Json.asObject(insights.get("told")).orElseThrow(), "symptoms");
  }
}
