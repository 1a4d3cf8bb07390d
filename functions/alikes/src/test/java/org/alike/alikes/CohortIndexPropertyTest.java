package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The index finds whom comparing with everybody finds. */
class CohortIndexPropertyTest {
  private static final int YEAR = 2026;

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void top_isThatOfComparingWithEverybody(
      @ForAll("rows") List<Row> rows,
      @ForAll("questions") Question question,
      @ForAll @IntRange(max = 12) int most,
      @ForAll("parameters") LikenessParameters parameters) {
    List<Match> all = question.compare(rows, parameters);

    assertThat(question.ask(rows, parameters, most, Optional.empty()))
        .isEqualTo(all.stream().limit(most).toList());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void pages_giveEachOnceInOrder(
      @ForAll("rows") List<Row> rows,
      @ForAll("questions") Question question,
      @ForAll @IntRange(min = 1, max = 5) int size) {
    LikenessParameters parameters = LikenessParameters.tuned();
    List<Match> seen = new ArrayList<>();
    List<Match> page = question.ask(rows, parameters, size, Optional.empty());
    while (!page.isEmpty()) {
      seen.addAll(page);
      Ranking.Place last = page.get(page.size() - 1).place();
      page = question.ask(rows, parameters, size, Optional.of(last));
    }

    assertThat(seen).isEqualTo(question.compare(rows, parameters));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void page_goesOn_whenTheLastOfThePageBeforeHasLeft(
      @ForAll("rows") List<Row> rows,
      @ForAll("questions") Question question,
      @ForAll @IntRange(max = 100) int points,
      @ForAll("rows") List<Row> gone) {
    LikenessParameters parameters = LikenessParameters.tuned();
    String id = gone.isEmpty() ? "someone" : gone.get(0).id();
    Ranking.Place place = new Ranking.Place(points, id);
    Match last = new Match(id, 1, points, Rows.traits(Set.of(), Optional.empty()), question.own());

    assertThat(question.ask(rows, parameters, 5, Optional.of(place)))
        .isEqualTo(
            question.compare(rows, parameters).stream()
                .filter(match -> match.compareTo(last) > 0)
                .limit(5)
                .toList());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void top_dependsNeitherOnTheOrderOfRowsNorOnHiddenMembers(
      @ForAll("rows") List<Row> rows,
      @ForAll("questions") Question question,
      @ForAll Random random) {
    List<Row> listed =
        new ArrayList<>(rows.stream().filter(row -> row.attributes().listed()).toList());
    Collections.shuffle(listed, random);
    LikenessParameters parameters = LikenessParameters.tuned();

    assertThat(question.ask(rows, parameters, 50, Optional.empty()))
        .isEqualTo(question.ask(listed, parameters, 50, Optional.empty()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void top_isThatOfBothIndexesTogether_whenAFewAreInOneOfTheirOwn(
      @ForAll("rows") List<Row> rows, @ForAll("questions") Question question) {
    LikenessParameters parameters = LikenessParameters.tuned();
    Weights weights = index(rows).build(parameters).weights();
    List<Row> few = rows.subList(0, rows.size() / 3);
    List<Row> many = rows.subList(rows.size() / 3, rows.size());

    List<Match> merged =
        Stream.of(few, many)
            .map(some -> index(some).build(weights))
            .flatMap(index -> question.ask(index, 10, Optional.empty()).stream())
            .sorted()
            .limit(10)
            .toList();

    assertThat(merged).isEqualTo(question.ask(rows, parameters, 10, Optional.empty()));
  }

  @Example
  void index_isRefused_whenAMemberHasTwoRows() {
    CohortIndexBuilder builder = index(List.of(Rows.row("a"), Rows.row("b"), Rows.row("a")));

    assertThatThrownBy(() -> builder.build(LikenessParameters.tuned()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Somebody who looks for Alikes. */
  private record Question(
      Set<Feature> typed,
      Optional<Integer> born,
      Attributes own,
      List<String> blocked,
      Filters filters,
      Instant asOf,
      Set<Feature> elsewhere) {
    List<Match> ask(
        List<Row> rows, LikenessParameters parameters, int most, Optional<Ranking.Place> after) {
      return ask(index(rows).build(parameters), most, after);
    }

    List<Match> ask(CohortIndex index, int most, Optional<Ranking.Place> after) {
      return index.top(Rows.traits(typed, born), eligibility(), most, after, YEAR);
    }

    /** Everybody who may be listed, by nothing but the definition. */
    List<Match> compare(List<Row> rows, LikenessParameters parameters) {
      List<Row> listed = rows.stream().flatMap(row -> seen(row).stream()).toList();
      List<Traits> people =
          listed.stream()
              .filter(row -> !row.attributes().wishes().choosy())
              .map(row -> row.traits(Rows.CLOSURE))
              .toList();
      Likeness likeness = new Likeness(Weights.among(people, parameters), YEAR);
      Traits caller = Rows.traits(typed, born);
      return listed.stream()
          .filter(row -> eligibility().accepts(row, Rows.CLOSURE, YEAR))
          .map(
              row -> {
                Traits other = row.traits(Rows.CLOSURE);
                return new Match(
                    row.id(),
                    row.version(),
                    likeness.points(caller, other),
                    other,
                    row.attributes());
              })
          .sorted()
          .toList();
    }

    private Eligibility eligibility() {
      String caller = blocked.isEmpty() ? "me" : blocked.get(0);
      return new Eligibility(caller, own, born, Set.copyOf(blocked), filters, asOf, elsewhere);
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    return Rows.any();
  }

  @Provide
  Arbitrary<LikenessParameters> parameters() {
    Arbitrary<Double> any = Arbitraries.doubles().between(0, 4);
    Arbitrary<LikenessParameters> wild =
        Combinators.combine(any, any, any, any)
            .as(
                (power, typed, pivot, age) ->
                    new LikenessParameters(9, power, typed, pivot, age, 1));
    return Arbitraries.oneOf(
        Arbitraries.of(LikenessParameters.untuned(), LikenessParameters.tuned()), wild);
  }

  @Provide
  Arbitrary<Question> questions() {
    return Combinators.combine(
            Arbitraries.of(Rows.FEATURES).set().ofMaxSize(8),
            Arbitraries.integers().between(1940, 2010).optional(),
            Rows.attributes(),
            Rows.row().map(Row::id).list().ofMaxSize(3),
            filters(),
            Arbitraries.of(0L, 1L << 19, 1L << 30).map(Instant::ofEpochSecond),
            Arbitraries.of(Rows.FEATURES.subList(0, 4)).set().ofMaxSize(1))
        .as(Question::new);
  }

  private static Arbitrary<Filters> filters() {
    Arbitrary<Filters> some =
        Combinators.combine(
                Arbitraries.of(Rows.FEATURES).list().ofMaxSize(2),
                Arbitraries.of("AT", "IE").optional(0.3),
                Arbitraries.of(30, 40, 50, 60).optional(0.3),
                Arbitraries.of("female", "male").optional(0.3),
                Arbitraries.of("de", "en").optional(0.2))
            .as(
                (features, country, age, sex, language) ->
                    new Filters(Optional.empty(), features, country, age, sex, language));
    return Arbitraries.oneOf(Arbitraries.just(Filters.NONE), some);
  }

  private static CohortIndexBuilder index(List<Row> rows) {
    CohortIndexBuilder builder = new CohortIndexBuilder(Rows.CLOSURE);
    rows.forEach(row -> seen(row).ifPresent(builder::add));
    return builder;
  }

  private static Optional<Row> seen(Row row) {
    return row.seenBy(Audience.ALIKES);
  }
}
