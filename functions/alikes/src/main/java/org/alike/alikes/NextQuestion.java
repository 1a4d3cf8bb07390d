package org.alike.alikes;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alike.vocabulary.Kind;

/**
 * Which one answer would tell most about somebody: the kind or field not answered yet about which
 * the others of the cohort differ most, in nats of Shannon entropy. A kind has many answers at
 * once, so its entropy is the sum over its features of that of having each, as if they were
 * independent.
 *
 * <p>Made of members who may be listed to anybody, and of nothing that fewer than 11 of them have:
 * the answer is the same whether ten have it or nobody. Immutable and thread-safe.
 *
 * @param information what an answer to each question is expected to tell, but to that of the age
 * @param born how many show to be born in each year: cards tell the decade of age, which is another
 *     one in another year
 * @param examples of each kind the features that tell most, the best first
 */
record NextQuestion(
    Map<Field, Double> information, Map<Integer, Long> born, Map<Field, List<Feature>> examples) {
  private static final int EXAMPLES = 3;
  private static final int BAND = 10;

  /** In this order they are asked where they tell the same. */
  private static final List<Field> QUESTIONS =
      List.of(
          Field.SYMPTOMS,
          Field.TREATMENTS,
          Field.CONDITIONS,
          Field.BIRTH_YEAR,
          Field.SEX,
          Field.COUNTRY,
          Field.LANGUAGES);

  /**
   * A question.
   *
   * @param field what is asked for
   * @param examples the answers of people of the cohort that would tell most; none for other fields
   */
  record Question(Field field, List<Feature> examples) {}

  /** Keeps its own copies. */
  NextQuestion {
    information = Map.copyOf(information);
    born = Map.copyOf(born);
    examples = Map.copyOf(examples);
  }

  /**
   * Whether it is somebody who may be listed to anybody: whom a wish leaves out is told the same.
   */
  static boolean teaches(Row row) {
    return row.attributes().listed() && !row.attributes().wishes().choosy();
  }

  /** What the rows of a cohort teach about questions. */
  static NextQuestion among(Collection<Row> rows) {
    List<Row> listed = rows.stream().filter(NextQuestion::teaches).toList();
    Map<Field, Double> information = new EnumMap<>(Field.class);
    Map<Field, List<Feature>> examples = new EnumMap<>(Field.class);
    for (Kind kind : Kind.values()) {
      Map<Feature, Double> telling = telling(kind, listed);
      information.put(Field.of(kind), sum(telling.values()));
      examples.put(Field.of(kind), best(telling));
    }
    information.put(
        Field.SEX, entropy(count(showing(listed, Field.SEX), row -> list(row.attributes().sex()))));
    information.put(
        Field.COUNTRY,
        entropy(count(showing(listed, Field.COUNTRY), row -> list(row.attributes().country()))));
    information.put(
        Field.LANGUAGES,
        entropy(count(showing(listed, Field.LANGUAGES), row -> row.attributes().languages())));
    Map<Integer, Long> born =
        count(showing(listed, Field.BIRTH_YEAR), row -> list(row.birthYear()));
    return new NextQuestion(information, born, examples);
  }

  /** The question that would tell most of somebody in this year; none when all are answered. */
  Optional<Question> of(Row caller, int year) {
    return QUESTIONS.stream()
        .filter(field -> !answered(field, caller))
        .max(
            Comparator.comparing((Field field) -> tells(field, year))
                .thenComparing(QUESTIONS::indexOf, Comparator.reverseOrder()))
        .map(field -> new Question(field, examples.getOrDefault(field, List.of())));
  }

  /**
   * What an answer is expected to tell in this year. Ages differ by decades, as cards tell them.
   */
  double tells(Field field, int year) {
    if (field != Field.BIRTH_YEAR) {
      return information.getOrDefault(field, 0.0);
    }
    Map<Integer, Long> decades = new HashMap<>();
    born.forEach((one, many) -> decades.merge(Math.floorDiv(year - one, BAND), many, Long::sum));
    return entropy(decades);
  }

  /** Of nothing that somebody hides anything is told. */
  private static List<Row> showing(List<Row> rows, Field field) {
    return rows.stream().filter(row -> row.attributes().shows(field)).toList();
  }

  /** Everybody has the condition of the cohort, so a first one answers nothing. */
  private static boolean answered(Field field, Row caller) {
    return switch (field) {
      case CARD -> true;
      case CONDITIONS -> count(caller, Kind.CONDITION) > 1;
      case SYMPTOMS -> count(caller, Kind.SYMPTOM) > 0;
      case TREATMENTS -> count(caller, Kind.TREATMENT) > 0;
      case BIRTH_YEAR -> caller.birthYear().isPresent();
      case SEX -> caller.attributes().sex().isPresent();
      case COUNTRY -> caller.attributes().country().isPresent();
      case LANGUAGES -> !caller.attributes().languages().isEmpty();
    };
  }

  private static long count(Row row, Kind kind) {
    return row.typed().stream().filter(feature -> feature.kind() == kind).count();
  }

  /** What it tells to know of each feature whether somebody has it. */
  private static Map<Feature, Double> telling(Kind kind, List<Row> rows) {
    Map<Feature, Double> telling = new HashMap<>();
    count(rows, row -> row.attributes().shows(Field.of(kind)) ? row.typed() : Set.<Feature>of())
        .forEach(
            (feature, having) -> {
              // Those without it must not be few either: "all but two of us" tells of two.
              boolean many = Math.min(having, rows.size() - having) >= Headcount.SMALLEST;
              if (many && feature.kind() == kind) {
                double share = (double) having / rows.size();
                telling.put(feature, nats(share) + nats(1 - share));
              }
            });
    return telling;
  }

  private static List<Feature> best(Map<Feature, Double> telling) {
    return telling.entrySet().stream()
        .sorted(
            Map.Entry.<Feature, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(EXAMPLES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Of the answers that 11 gave. */
  private static double entropy(Map<?, Long> answers) {
    List<Double> sizes =
        answers.values().stream()
            .filter(size -> size >= Headcount.SMALLEST)
            .map(Long::doubleValue)
            .toList();
    double all = sum(sizes);
    return sum(sizes.stream().map(size -> nats(size / all)).toList());
  }

  private static <T> Map<T, Long> count(List<Row> rows, Function<Row, Collection<T>> answers) {
    return rows.stream()
        .flatMap(row -> answers.apply(row).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static <T> List<T> list(Optional<T> answer) {
    return answer.map(List::of).orElse(List.of());
  }

  /** In order, so that it is the same whatever the order of rows. */
  private static double sum(Collection<Double> numbers) {
    return numbers.stream().sorted().mapToDouble(Double::doubleValue).sum();
  }

  private static double nats(double share) {
    return share == 0 ? 0 : -share * StrictMath.log(share);
  }
}
