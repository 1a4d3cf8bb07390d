package org.alike.alikes;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * What people live with, what they take and what it did for them, as far as it may be told. All in
 * it, and the order of it, is computed from {@link Band}s: the exact numbers end here. Not
 * thread-safe.
 */
final class Insights {
  /** How the numbers were rounded, in words. */
  static final String ROUNDED =
      "numbers are rounded so that nobody can be recognised: about 20 stands for 11 to 30, about"
          + " 35 for 26 to 45 and so on, the largest for more too, and smaller groups are left out.";

  private static final int LONGEST = 50;
  private final Census census;
  private final Bands bands;
  private final Vocabulary vocabulary;

  Insights(Census census, Bands bands, Vocabulary vocabulary) {
    this.census = census;
    this.bands = bands;
    this.vocabulary = vocabulary;
  }

  /** The insights of these people. */
  static Map<String, Object> of(
      Collection<Row> people, Bands bands, Vocabulary vocabulary, Closure closure) {
    Census census = Census.of(people, closure, feature -> named(vocabulary, feature).isPresent());
    return new Insights(census, bands, vocabulary).json();
  }

  /** As JSON; {@code withheld} where nothing can be told of one kind at all. */
  Map<String, Object> json() {
    Band symptomatic = band(Cell.anyOf(Kind.SYMPTOM));
    Band treated = band(Cell.anyOf(Kind.TREATMENT));
    List<Map<String, Object>> symptoms = symptoms(symptomatic);
    List<Map<String, Object>> treatments = treatments(treated);
    return Json.of(
        "told",
        Json.of("symptoms", symptomatic.about(), "treatments", treated.about()),
        "symptoms",
        symptoms,
        "treatments",
        treatments,
        "withheld",
        (symptoms.isEmpty() || treatments.isEmpty()) ? true : null);
  }

  /** A feature that enough people have. */
  private record Told(Feature feature, String name, Band people, int answered) {
    static final Comparator<Told> MOST_TELLING_FIRST =
        Comparator.comparing(Told::answered, Comparator.reverseOrder())
            .thenComparing(Told::people, Comparator.reverseOrder())
            .thenComparing(Told::name)
            .thenComparing(Told::feature);

    Map<String, Object> json(Band whole) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", feature.id());
      json.put("name", name);
      json.put("n", people.about());
      json.put("share", Math.round(100.0 * people.about() / whole.about()) / 100.0);
      return json;
    }
  }

  private List<Map<String, Object>> symptoms(Band whole) {
    return told(census.features(Kind.SYMPTOM), Cell::having, whole)
        .map(
            told -> {
              Map<String, Object> json = told.json(whole);
              severity(told).ifPresent(severity -> json.put("severity", severity));
              return json;
            })
        .toList();
  }

  private Optional<Map<String, Object>> severity(Told symptom) {
    Map<String, Object> json = new LinkedHashMap<>();
    boolean any = false;
    for (Severity severity : Severity.values()) {
      Band band = band(Cell.of(symptom.feature(), severity)).within(symptom.people());
      json.put(severity.wireName(), band.about());
      any |= band.told();
    }
    return any ? Optional.of(json) : Optional.empty();
  }

  private List<Map<String, Object>> treatments(Band whole) {
    return told(census.features(Kind.TREATMENT), Cell::having, whole)
        .map(told -> treatment(told, told.json(whole)))
        .toList();
  }

  private Map<String, Object> treatment(Told told, Map<String, Object> json) {
    Band current = band(Cell.of(told.feature(), Use.CURRENT)).within(told.people());
    if (current.told()) {
      json.put("current", current.about());
    }
    Map<Outcome, Integer> outcomes = outcomes(told.feature(), told.people());
    int helped = outcomes.getOrDefault(Outcome.HELPED, 0);
    int noChange = outcomes.getOrDefault(Outcome.NO_CHANGE, 0);
    int worse = outcomes.getOrDefault(Outcome.WORSE, 0);
    json.put(
        "outcomes",
        Json.of(
            "helped", helped,
            "noChange", noChange,
            "worse", worse,
            "tooEarly", outcomes.getOrDefault(Outcome.TOO_EARLY, 0)));
    json.put("answered", told.answered());
    if (helped + noChange + worse > 0) {
      json.put("disagreement", Disagreement.among(helped, noChange, worse));
    }
    json.put("sideEffects", sideEffects(told));
    return json;
  }

  private List<Map<String, Object>> sideEffects(Told treatment) {
    Feature feature = treatment.feature();
    return told(census.sideEffects(feature), effect -> Cell.of(feature, effect), treatment.people())
        .map(
            told ->
                Json.of("id", told.feature().id(), "name", told.name(), "n", told.people().about()))
        .toList();
  }

  /** Those of the features that enough people have, most telling first. */
  private Stream<Told> told(
      Collection<Feature> features, Function<Feature, Cell> cell, Band whole) {
    return features.stream()
        .map(feature -> told(feature, band(cell.apply(feature)).within(whole)))
        .filter(told -> told.people().told())
        .sorted(Told.MOST_TELLING_FIRST)
        .limit(LONGEST);
  }

  private Told told(Feature feature, Band people) {
    int answered = outcomes(feature, people).values().stream().mapToInt(Integer::intValue).sum();
    return new Told(
        feature, named(vocabulary, feature).map(Concept::name).orElse(""), people, answered);
  }

  /**
   * How many told what a treatment did. How many that are together is the sum of what is told, and
   * never counted: it would tell of those whose answer is withheld.
   */
  private Map<Outcome, Integer> outcomes(Feature treatment, Band whole) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    if (treatment.kind() == Kind.TREATMENT) {
      Arrays.stream(Outcome.values())
          .forEach(
              outcome ->
                  outcomes.put(outcome, band(Cell.of(treatment, outcome)).within(whole).about()));
    }
    return outcomes;
  }

  private Band band(Cell cell) {
    return bands.of(cell, census.count(cell));
  }

  private static Optional<Concept> named(Vocabulary vocabulary, Feature feature) {
    return vocabulary.find(feature.kind(), feature.id()).filter(concept -> !concept.category());
  }
}
