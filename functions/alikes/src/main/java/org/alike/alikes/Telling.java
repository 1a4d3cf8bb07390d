package org.alike.alikes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.alike.vocabulary.Kind;

/**
 * A feature together with what somebody says about it. Many rows of a cohort tell the same, so
 * {@link PackedRows} keep each once.
 *
 * @param feature what somebody has
 * @param detail what is said about it
 */
record Telling(Feature feature, Detail detail) {
  /** In this order they are numbered: new ones only at the end. */
  private static final List<Severity> SEVERITIES =
      List.of(Severity.NONE, Severity.MILD, Severity.MODERATE, Severity.SEVERE);

  private static final List<Use> USES = List.of(Use.CURRENT, Use.PAST);
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.HELPED, Outcome.NO_CHANGE, Outcome.WORSE, Outcome.TOO_EARLY);

  /** How many may be numbered of each, with none of them; a row of 1 byte has room for it. */
  private static final int BASE = 5;

  /** Any order will do that is the same everywhere. */
  static final Comparator<Telling> ORDER =
      Comparator.comparing(Telling::feature)
          .thenComparingInt(telling -> number(telling.detail()))
          .thenComparing(telling -> String.join("\n", telling.detail().sideEffects()));

  /** What a row tells. */
  static Stream<Telling> of(Row row) {
    return row.typed().stream()
        .map(feature -> new Telling(feature, row.details().getOrDefault(feature, Detail.NONE)));
  }

  /** The feature, and the symptoms that are named as side effects. */
  Stream<Feature> features() {
    return Stream.concat(
        Stream.of(feature), detail.sideEffects().stream().map(id -> new Feature(Kind.SYMPTOM, id)));
  }

  /** Writes it with the features by their places in a list. */
  void write(RowOutput out, ToIntFunction<Feature> place) {
    out.number(number(detail));
    out.places(features().mapToInt(place).skip(1).toArray());
    out.number(place.applyAsInt(feature));
  }

  /** Reads what was written with the same list. */
  static Telling read(RowInput in, List<Feature> features) {
    int number = in.below(BASE * BASE * BASE);
    Optional<Severity> severity = one(SEVERITIES, number % BASE, in);
    Optional<Use> use = one(USES, number / BASE % BASE, in);
    Optional<Outcome> outcome = one(OUTCOMES, number / BASE / BASE, in);
    List<String> sideEffects =
        in.places(features.size()).mapToObj(features::get).map(Feature::id).toList();
    Feature feature = features.get(in.below(features.size()));
    return new Telling(feature, new Detail(severity, use, outcome, sideEffects));
  }

  private static int number(Detail detail) {
    int severity = detail.severity().map(one -> SEVERITIES.indexOf(one) + 1).orElse(0);
    int use = detail.use().map(one -> USES.indexOf(one) + 1).orElse(0);
    int outcome = detail.outcome().map(one -> OUTCOMES.indexOf(one) + 1).orElse(0);
    return severity + BASE * (use + BASE * outcome);
  }

  private static <T> Optional<T> one(List<T> all, int number, RowInput in) {
    if (number > all.size()) {
      throw in.corrupt("a detail is not known");
    }
    return number == 0 ? Optional.empty() : Optional.of(all.get(number - 1));
  }
}
