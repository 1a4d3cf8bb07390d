package org.alike.alikes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The people among whom one member looks for Alikes.
 *
 * @param caller the member's id
 * @param cohorts the cohorts that are looked at
 * @param complete false when there are more people than are read for one answer
 */
record Candidates(String caller, List<Cohort> cohorts, boolean complete) {
  /** So many people are read for one answer, at most. */
  static final int MOST = 20_000;

  /** The people of these conditions' cohorts. */
  static Candidates read(CohortStore store, String caller, List<String> conditions) {
    List<Cohort> cohorts = new ArrayList<>();
    int left = MOST;
    for (String condition : conditions) {
      if (left > 0) {
        Cohort cohort = store.cohort(condition, left);
        cohorts.add(cohort);
        left -= cohort.people().size();
      }
    }
    boolean complete =
        cohorts.size() == conditions.size() && cohorts.stream().allMatch(Cohort::complete);
    return new Candidates(caller, List.copyOf(cohorts), complete);
  }

  /** Only who had joined by this moment. */
  Candidates asOf(Instant moment) {
    return new Candidates(
        caller, cohorts.stream().map(cohort -> cohort.asOf(moment)).toList(), complete);
  }

  /** When the last of those who may be listed joined, or this moment if that is later. */
  Instant latest(Instant now) {
    return others().stream()
        .filter(Person::listed)
        .map(Person::joined)
        .filter(now::isBefore)
        .max(Instant::compareTo)
        .orElse(now);
  }

  /** Everybody but the caller, each once. */
  Collection<Person> others() {
    Map<String, Person> people = new TreeMap<>();
    for (Cohort cohort : cohorts) {
      cohort.people().forEach(person -> people.put(person.id(), person));
    }
    people.remove(caller);
    return people.values();
  }

  /**
   * How many people were considered, as far as it may be told: as many as the caller may see, who
   * can be counted anyway, or the largest number that the page of one of the conditions tells, less
   * the caller. How many there are in all conditions together is not told: with the numbers of the
   * pages it would tell how many of a small group are in no other.
   */
  int considered(Hierarchy hierarchy) {
    int told = (int) others().stream().filter(Person::listed).count();
    for (Cohort cohort : cohorts) {
      if (cohort.complete() || cohort.equals(cohorts.get(0))) {
        // What a later one was cut to would tell the size of those before it.
        told = Math.max(told, Headcount.of(cohort, hierarchy).number() - self(cohort));
      }
    }
    return told;
  }

  private int self(Cohort cohort) {
    return cohort.people().stream().anyMatch(one -> one.id().equals(caller)) ? 1 : 0;
  }
}
