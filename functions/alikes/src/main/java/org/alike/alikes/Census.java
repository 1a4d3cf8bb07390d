package org.alike.alikes;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.alike.vocabulary.Kind;

/**
 * How many people tell what of their symptoms and treatments. Counted is only who is listed to
 * Alikes, and of these only what they let at least Alikes see. The numbers are exact, so that
 * nothing leaves this feature but through {@link Bands}.
 *
 * <p>Who has a special case of a symptom has the symptom too, as badly as the worst of them. Of
 * treatments only what was named counts: what one drug does says little of all of its class. Not
 * changed once made.
 */
final class Census {
  private final Map<Cell, Integer> counts = new HashMap<>();
  private final Map<Feature, Set<Feature>> sideEffects = new TreeMap<>();
  private final Set<Feature> features = new TreeSet<>();

  /** What of that which a feature implies is counted, by the feature as it was typed. */
  private final Map<Feature, List<Feature>> counted = new HashMap<>();

  private final Closure closure;
  private final Predicate<Feature> countable;

  private Census(Closure closure, Predicate<Feature> countable) {
    this.closure = closure;
    this.countable = countable;
  }

  /**
   * Of these people.
   *
   * @param countable whether a feature has a name and is no mere category
   */
  static Census of(Collection<Row> people, Closure closure, Predicate<Feature> countable) {
    Census census = new Census(closure, countable);
    for (Row row : people) {
      if (row.attributes().listed()) {
        census.countSymptoms(row);
        census.countTreatments(row);
      }
    }
    return census;
  }

  /** How many are in this group. */
  int count(Cell cell) {
    return counts.getOrDefault(cell, 0);
  }

  /** What anybody has of this kind. */
  Collection<Feature> features(Kind kind) {
    return features.stream().filter(feature -> feature.kind() == kind).toList();
  }

  /** What anybody names as a side effect of a treatment. */
  Collection<Feature> sideEffects(Feature treatment) {
    return sideEffects.getOrDefault(treatment, Set.of());
  }

  private void countSymptoms(Row row) {
    if (!row.attributes().shows(Field.SYMPTOMS)) {
      return;
    }
    Map<Feature, Optional<Severity>> all = new HashMap<>();
    for (Feature typed : row.typed()) {
      if (typed.kind() == Kind.SYMPTOM) {
        Optional<Severity> severity = detail(row, typed).severity();
        counted(typed).forEach(symptom -> all.merge(symptom, severity, Census::worse));
      }
    }
    all.forEach(
        (symptom, severity) -> {
          has(symptom);
          severity.ifPresent(bad -> add(Cell.of(symptom, bad)));
        });
    any(Kind.SYMPTOM, !all.isEmpty());
  }

  private void countTreatments(Row row) {
    if (!row.attributes().shows(Field.TREATMENTS)) {
      return;
    }
    boolean some = false;
    for (Feature treatment : row.typed()) {
      if (treatment.kind() == Kind.TREATMENT && countable.test(treatment)) {
        some = true;
        has(treatment);
        count(treatment, detail(row, treatment));
      }
    }
    any(Kind.TREATMENT, some);
  }

  private void count(Feature treatment, Detail detail) {
    detail.use().ifPresent(use -> add(Cell.of(treatment, use)));
    detail.outcome().ifPresent(outcome -> add(Cell.of(treatment, outcome)));
    for (String id : detail.sideEffects()) {
      Feature sideEffect = new Feature(Kind.SYMPTOM, id);
      if (countable.test(sideEffect)) {
        add(Cell.of(treatment, sideEffect));
        sideEffects.computeIfAbsent(treatment, none -> new TreeSet<>()).add(sideEffect);
      }
    }
  }

  private List<Feature> counted(Feature typed) {
    return counted.computeIfAbsent(
        typed, unknown -> closure.of(typed).stream().filter(countable).toList());
  }

  private void has(Feature feature) {
    features.add(feature);
    add(Cell.having(feature));
  }

  private void any(Kind kind, boolean some) {
    if (some) {
      add(Cell.anyOf(kind));
    }
  }

  private void add(Cell cell) {
    counts.merge(cell, 1, Integer::sum);
  }

  private static Detail detail(Row row, Feature feature) {
    return row.details().getOrDefault(feature, Detail.NONE);
  }

  private static Optional<Severity> worse(Optional<Severity> one, Optional<Severity> other) {
    return one.isEmpty() || other.filter(bad -> bad.compareTo(one.get()) > 0).isPresent()
        ? other
        : one;
  }
}
