package org.alike.alikes;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** Rows as tests need them: few features and attributes, so that people have much in common. */
final class Rows {
  static final Closure CLOSURE = new Hierarchy(Vocabulary.standard())::closure;
  static final List<Feature> FEATURES =
      List.of(
          condition("amyotrophic-lateral-sclerosis"),
          condition("motor-neuron-disease"),
          condition("lupus-nephritis"),
          symptom("trouble-swallowing"),
          symptom("choking"),
          symptom("swallowing-problems"),
          symptom("hand-weakness"),
          symptom("falls"),
          symptom("unknown-to-the-vocabulary"),
          new Feature(Kind.TREATMENT, "riluzole"),
          new Feature(Kind.TREATMENT, "tracheostomy"),
          new Feature(Kind.TREATMENT, "bipap"));

  private Rows() {}

  /** A row of somebody who is listed and has these. */
  static Row row(String id, Feature... typed) {
    return new Row(id, 1, Instant.EPOCH, Set.of(typed), Optional.empty(), everythingShown());
  }

  static Attributes everythingShown() {
    Map<Field, Audience> shown = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      shown.put(field, Audience.MEMBERS);
    }
    return new Attributes(Optional.empty(), Optional.empty(), List.of(), Wishes.NONE, shown);
  }

  /** Any rows, each of another member. */
  static Arbitrary<List<Row>> any() {
    return row().list().ofMaxSize(40).uniqueElements(Row::id);
  }

  static Arbitrary<Row> row() {
    Arbitrary<Map<Feature, Detail>> told =
        Arbitraries.maps(Arbitraries.of(FEATURES), details()).ofMaxSize(7);
    Arbitrary<Optional<Integer>> born = Arbitraries.integers().between(1940, 2010).optional();
    return Combinators.combine(
            ids(), Arbitraries.longs().between(0, 1L << 40), joined(), told, born, attributes())
        .as(
            (id, version, joined, details, year, attributes) ->
                new Row(id, version, joined, details.keySet(), details, year, attributes));
  }

  private static Arbitrary<Detail> details() {
    Arbitrary<Detail> some =
        Combinators.combine(
                Arbitraries.of(Severity.class).optional(),
                Arbitraries.of(Use.class).optional(),
                Arbitraries.of(Outcome.class).optional(),
                Arbitraries.of("fatigue", "falls", "nausea").list().ofMaxSize(2))
            .as(Detail::new);
    return Arbitraries.oneOf(Arbitraries.just(Detail.NONE), some);
  }

  static Arbitrary<Attributes> attributes() {
    return Combinators.combine(
            Arbitraries.of("female", "male").optional(),
            Arbitraries.of("AT", "IE").optional(),
            Arbitraries.of("de", "en").list().ofMaxSize(2),
            wishes(),
            Arbitraries.maps(Arbitraries.of(Field.class), Arbitraries.of(Audience.class)),
            Arbitraries.of(Audience.class))
        .as(
            (sex, country, languages, wishes, some, card) -> {
              Map<Field, Audience> shown = new EnumMap<>(Field.class);
              shown.putAll(some);
              shown.put(Field.CARD, card);
              return new Attributes(sex, country, languages, wishes, shown);
            });
  }

  private static Arbitrary<Wishes> wishes() {
    Arbitrary<Boolean> rarely = Arbitraries.integers().between(0, 6).map(number -> number == 0);
    Arbitrary<Integer> years = Arbitraries.of(0, 0, 0, 0, 10, 300);
    return Combinators.combine(rarely, rarely, rarely, years, rarely).as(Wishes::new);
  }

  private static Arbitrary<Instant> joined() {
    return Arbitraries.longs().between(0, 1 << 20).map(Instant::ofEpochSecond);
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(low -> new UUID(0x019_0000_7000L, low).toString()),
        Arbitraries.longs()
            .map(high -> new UUID(high, 7).toString().toUpperCase(java.util.Locale.ROOT)),
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40));
  }

  /** Everybody's features, closed. */
  static Traits traits(Set<Feature> typed, Optional<Integer> born) {
    Set<Feature> all = new HashSet<>();
    typed.forEach(feature -> all.addAll(CLOSURE.of(feature)));
    return new Traits(typed, all, born);
  }

  private static Feature condition(String id) {
    return new Feature(Kind.CONDITION, id);
  }

  private static Feature symptom(String id) {
    return new Feature(Kind.SYMPTOM, id);
  }
}
