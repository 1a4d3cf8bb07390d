package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.alike.vocabulary.Kind;

class NextQuestionTest {
  private static final Feature ALS = condition("amyotrophic-lateral-sclerosis");
  private static final Feature FALLS = symptom("falls");
  private static final Feature CHOKING = symptom("choking");
  private static final Feature RILUZOLE = new Feature(Kind.TREATMENT, "riluzole");

  @Example
  void question_isAboutWhatTheOthersDifferInMost() {
    List<Set<Feature>> kinds =
        List.of(
            Set.of(ALS, FALLS), Set.of(ALS, CHOKING), Set.of(ALS, FALLS), Set.of(ALS, RILUZOLE));
    NextQuestion questions = NextQuestion.among(people(60, n -> kinds.get(n % 4)));

    assertThat(questions.of(row("me", Set.of(ALS)), 2026))
        .contains(new NextQuestion.Question(Field.SYMPTOMS, List.of(FALLS, CHOKING)));
    assertThat(questions.of(row("me", Set.of(ALS, CHOKING)), 2026))
        .contains(new NextQuestion.Question(Field.TREATMENTS, List.of(RILUZOLE)));
  }

  @Example
  void question_isTheFirstOfAll_whenNothingMayBeTold() {
    List<Row> rows = people(60, n -> Set.of(ALS, symptom("only-" + n)));

    assertThat(NextQuestion.among(rows).of(row("me", Set.of(ALS)), 2026))
        .contains(new NextQuestion.Question(Field.SYMPTOMS, List.of()));
    assertThat(NextQuestion.among(List.of()).of(row("me", Set.of(ALS, FALLS)), 2026))
        .contains(new NextQuestion.Question(Field.TREATMENTS, List.of()));
  }

  @Example
  void question_isNone_whenAllIsAnswered() {
    Attributes all =
        new Attributes(
            Optional.of("female"),
            Optional.of("AT"),
            List.of("de"),
            Wishes.NONE,
            Rows.everythingShown().shown());
    Set<Feature> typed = Set.of(ALS, condition("gout"), FALLS, RILUZOLE);
    Row row = new Row("me", 1, Instant.EPOCH, typed, Optional.of(1970), all);

    assertThat(NextQuestion.among(people(20, n -> typed)).of(row, 2026)).isEmpty();
  }

  @Example
  void age_isToldByTheDecadesOfCards_notByThoseOfTheCalendar() {
    // In 2026 they are 56 and 57, or 56 and 47; in 2029 the first are 59 and 60.
    NextQuestion oneDecade = NextQuestion.among(born(1969, 1970));
    NextQuestion twoDecades = NextQuestion.among(born(1970, 1979));

    assertThat(oneDecade.tells(Field.BIRTH_YEAR, 2026)).isZero();
    assertThat(twoDecades.tells(Field.BIRTH_YEAR, 2026)).isPositive();
    assertThat(oneDecade.tells(Field.BIRTH_YEAR, 2029)).isPositive();
  }

  @Property(tries = 100)
  void questions_areTheSame_whetherNoneOrTenHaveSomething(
      @ForAll @IntRange(max = 10) int few, @ForAll @IntRange(min = 30, max = 60) int people) {
    IntFunction<Set<Feature>> before = n -> n % 2 == 0 ? Set.of(ALS, FALLS) : Set.of(ALS);
    IntFunction<Set<Feature>> after =
        n -> {
          Set<Feature> typed = new HashSet<>(before.apply(n));
          typed.addAll(n < few ? Set.of(CHOKING, RILUZOLE) : Set.of());
          return typed;
        };

    assertThat(NextQuestion.among(people(people, after)))
        .isEqualTo(NextQuestion.among(people(people, before)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void questions_dependNeitherOnTheOrderNorOnHiddenMembers(
      @ForAll("rows") List<Row> rows, @ForAll Random random) {
    List<Row> listed =
        new ArrayList<>(rows.stream().filter(row -> row.attributes().listed()).toList());
    Collections.shuffle(listed, random);

    assertThat(NextQuestion.among(listed)).isEqualTo(NextQuestion.among(rows));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void questions_areTheSame_whateverIsHidden(@ForAll("manyRows") List<Row> rows) {
    List<Row> bare = rows.stream().map(NextQuestionTest::withoutHidden).toList();

    assertThat(NextQuestion.among(bare)).isEqualTo(NextQuestion.among(rows));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void examples_areOfElevenOrMore(@ForAll("rows") List<Row> rows) {
    for (List<Feature> examples : NextQuestion.among(rows).examples().values()) {
      assertThat(examples).allMatch(feature -> listedWith(feature, rows) >= 11);
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    return Rows.row().list().ofMinSize(20).ofMaxSize(60).uniqueElements(Row::id);
  }

  @Provide
  Arbitrary<List<Row>> manyRows() {
    return Rows.row().list().ofSize(150).uniqueElements(Row::id);
  }

  private static Row withoutHidden(Row row) {
    Attributes own = row.attributes();
    Set<Feature> told = new HashSet<>(row.typed());
    told.removeIf(feature -> !own.shows(Field.of(feature.kind())));
    Attributes shown =
        new Attributes(
            own.sex().filter(x -> own.shows(Field.SEX)),
            own.country().filter(x -> own.shows(Field.COUNTRY)),
            own.shows(Field.LANGUAGES) ? own.languages() : List.of(),
            own.wishes(),
            own.shown());
    Optional<Integer> born = row.birthYear().filter(x -> own.shows(Field.BIRTH_YEAR));
    return new Row(row.id(), row.version(), row.joined(), told, born, shown);
  }

  private static long listedWith(Feature feature, List<Row> rows) {
    return rows.stream()
        .filter(row -> row.attributes().listed() && row.typed().contains(feature))
        .count();
  }

  private static List<Row> people(int many, IntFunction<Set<Feature>> typed) {
    return IntStream.range(0, many).mapToObj(n -> row("p" + n, typed.apply(n))).toList();
  }

  private static List<Row> born(int... years) {
    return IntStream.range(0, 12 * years.length)
        .mapToObj(
            n ->
                new Row(
                    "p" + n,
                    1,
                    Instant.EPOCH,
                    Set.of(ALS),
                    Optional.of(years[n % years.length]),
                    Rows.everythingShown()))
        .toList();
  }

  private static Row row(String id, Set<Feature> typed) {
    return Rows.row(id, typed.toArray(Feature[]::new));
  }

  private static Feature condition(String id) {
    return new Feature(Kind.CONDITION, id);
  }

  private static Feature symptom(String id) {
    return new Feature(Kind.SYMPTOM, id);
  }
}
