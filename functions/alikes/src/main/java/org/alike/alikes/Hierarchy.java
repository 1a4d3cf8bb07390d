package org.alike.alikes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Headcounts;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * What having something implies: type 2 diabetes is diabetes is a hormone and metabolic condition.
 * Thread-safe.
 */
final class Hierarchy {
  /**
   * In so many cohorts can one member be. A DynamoDB transaction takes 100 items: the member, those
   * to enter and, when everything has changed, as many to leave.
   */
  static final int MOST_COHORTS = 49;

  private final Vocabulary vocabulary;
  private final Map<Feature, Set<Feature>> closures = new ConcurrentHashMap<>();
  private final Map<Feature, Set<String>> above = new ConcurrentHashMap<>();

  Hierarchy(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The feature and everything above it. */
  Set<Feature> closure(Feature feature) {
    return known(feature) ? closures.computeIfAbsent(feature, this::climb) : Set.of(feature);
  }

  /**
   * The conditions whose cohorts somebody with these is in: each of them and what is above it. A
   * category has no cohort, nor has what the vocabulary does not know. Beyond {@value
   * #MOST_COHORTS}, what was named last is left out.
   */
  List<String> cohorts(List<String> conditions) {
    return conditions.stream()
        .filter(id -> vocabulary.find(Kind.CONDITION, id).isPresent())
        .flatMap(id -> vocabulary.withAncestors(Kind.CONDITION, id).stream())
        .distinct()
        .filter(this::hasCohort)
        .limit(MOST_COHORTS)
        .toList();
  }

  /** The conditions that somebody with this row counts for. */
  Set<String> cohorts(Row row) {
    Set<String> cohorts = new HashSet<>();
    for (Feature feature : row.typed()) {
      if (feature.kind() == Kind.CONDITION) {
        cohorts.addAll(above.computeIfAbsent(feature, this::cohortsAbove));
      }
    }
    return cohorts;
  }

  /** The fewest cohorts that hold everybody who has one of these conditions. */
  List<String> widest(List<String> conditions) {
    Set<String> own =
        conditions.stream()
            .filter(this::hasCohort)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> widest = new ArrayList<>();
    for (String condition : own) {
      if (own.stream().noneMatch(other -> isNarrower(condition, other))) {
        widest.add(condition);
      }
    }
    return widest;
  }

  /** Of nobody yet. */
  Headcounts headcounts() {
    return new Headcounts(vocabulary, Kind.CONDITION);
  }

  /** Whether one condition is a special case of the other. */
  boolean isNarrower(String condition, String than) {
    return !condition.equals(than)
        && vocabulary.withAncestors(Kind.CONDITION, condition).contains(than);
  }

  /** Whether people count for it: not for a category, nor for what the vocabulary does not know. */
  boolean hasCohort(String condition) {
    return vocabulary
        .find(Kind.CONDITION, condition)
        .filter(concept -> !concept.category())
        .isPresent();
  }

  private Set<String> cohortsAbove(Feature condition) {
    return closure(condition).stream()
        .map(Feature::id)
        .filter(this::hasCohort)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean known(Feature feature) {
    return vocabulary.find(feature.kind(), feature.id()).map(Concept::id).isPresent();
  }

  private Set<Feature> climb(Feature feature) {
    return vocabulary.withAncestors(feature.kind(), feature.id()).stream()
        .map(id -> new Feature(feature.kind(), id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
