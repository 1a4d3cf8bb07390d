package org.alike.alikes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alike.vocabulary.Kind;

/**
 * The people among whom one member looks for Alikes: the cohorts of the member's conditions. Who is
 * in more than one of them is compared with the member among the people of the first.
 *
 * @param standing the member
 * @param viewer as whom the member looks: among people of other conditions as any member does
 * @param cohorts the cohorts that are looked at, as this viewer sees them
 * @param complete false when there are more people than are read for one answer
 * @param closure what having something implies
 */
record Candidates(
    Standing standing, Audience viewer, List<Cohort> cohorts, boolean complete, Closure closure) {
  /** So many cohorts are looked at for one answer, at most. */
  static final int MOST_COHORTS = 8;

  /**
   * Somebody who was found.
   *
   * @param match who, and how alike
   * @param cohort among whom
   */
  record Found(Match match, Cohort cohort) {}

  /** The people of this condition, or of all that the member has. */
  static Candidates read(
      Cohorts cohorts, Standing standing, Optional<String> condition, Hierarchy hierarchy) {
    List<String> own = standing.joined().person().conditions();
    List<String> all = condition.map(List::of).orElseGet(() -> hierarchy.widest(own));
    boolean among = condition.stream().allMatch(asked -> isAmong(own, asked, hierarchy));
    Audience viewer = among ? Audience.ALIKES : Audience.MEMBERS;
    List<Cohort> some =
        all.stream()
            .limit(MOST_COHORTS)
            .map(id -> cohorts.cohort(id).seenBy(viewer).without(standing.parted()))
            .toList();
    boolean complete = some.size() == all.size() && some.stream().allMatch(Cohort::complete);
    return new Candidates(standing, viewer, some, complete, hierarchy::closure);
  }

  /**
   * Whether it is one of these, or more special or more general than one of them. A broad category
   * is nothing to share: whoever tells no more than that is no Alike of all the people within.
   */
  private static boolean isAmong(List<String> own, String condition, Hierarchy hierarchy) {
    return own.stream()
        .filter(hierarchy::hasCohort)
        .anyMatch(
            one ->
                one.equals(condition)
                    || hierarchy.isNarrower(one, condition)
                    || hierarchy.isNarrower(condition, one));
  }

  /** The caller's own row, which need not be in any cohort yet. */
  Row row() {
    return standing.joined().row();
  }

  /** What the caller has told, shown or not: it shapes only what the caller is told. */
  Traits traits() {
    return row().traits(closure);
  }

  /** When the last of those who may be listed joined, or this moment if that is later. */
  Instant latest(Instant now) {
    return cohorts.stream()
        .map(Cohort::latest)
        .filter(now::isBefore)
        .max(Instant::compareTo)
        .orElse(now);
  }

  /** Those most like the member whom the filters ask for, behind this place, best first. */
  List<Found> top(
      Filters filters, Instant asOf, int most, Optional<Ranking.Place> after, int year) {
    Traits caller = traits();
    List<Found> found = new ArrayList<>();
    for (Cohort cohort : cohorts) {
      cohort
          .ranking(asOf)
          .top(caller, eligibility(filters, asOf, cohort), most, after, year)
          .forEach(match -> found.add(new Found(match, cohort)));
    }
    return found.stream().sorted(Comparator.comparing(Found::match)).limit(most).toList();
  }

  /** This member, if it is one who may be listed. */
  Optional<Found> find(Joined other, Instant asOf, int year) {
    return cohorts.stream()
        .filter(cohort -> other.cohorts().contains(cohort.condition()))
        .findFirst()
        .flatMap(cohort -> find(other.row(), cohort, asOf, year));
  }

  /**
   * How many people were considered, as far as it may be told: as many as the caller may see, who
   * can be counted anyway, or the largest number that the page of one of the conditions tells, less
   * the caller. How many there are in all conditions together is not told: with the numbers of the
   * pages it would tell how many of a small group are in no other.
   */
  int considered(Instant asOf, int year) {
    int seen = 0;
    int told = 0;
    for (Cohort cohort : cohorts) {
      seen += cohort.ranking(asOf).count(eligibility(Filters.NONE, asOf, cohort), year);
      int self = standing.joined().cohorts().contains(cohort.condition()) ? 1 : 0;
      told = Math.max(told, cohort.headcount().number() - self);
    }
    return Math.max(seen, told);
  }

  private Optional<Found> find(Row other, Cohort cohort, Instant asOf, int year) {
    return other
        .seenBy(viewer)
        .filter(seen -> eligibility(Filters.NONE, asOf, cohort).accepts(seen, closure, year))
        .map(seen -> new Found(match(seen, cohort.ranking(asOf).weights(), year), cohort));
  }

  private Match match(Row seen, Weights weights, int year) {
    Traits traits = seen.traits(closure);
    int points = new Likeness(weights, year).points(traits(), traits);
    return new Match(seen.id(), seen.version(), points, traits, seen.attributes());
  }

  /** Who may be listed among the people of a cohort: none who is in one before it. */
  private Eligibility eligibility(Filters filters, Instant asOf, Cohort cohort) {
    Set<Feature> elsewhere = new HashSet<>();
    for (Cohort before : cohorts.subList(0, cohorts.indexOf(cohort))) {
      elsewhere.add(new Feature(Kind.CONDITION, before.condition()));
    }
    Row own = row();
    return new Eligibility(
        own.id(), own.attributes(), own.birthYear(), standing.parted(), filters, asOf, elsewhere);
  }
}
