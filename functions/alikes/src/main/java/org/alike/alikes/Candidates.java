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

  /** When the last of them joined, or this moment if that is later. */
  Instant latest(Instant now) {
    return others().stream()
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
   * How many people were considered, as far as it may be told: of one condition the number its page
   * tells, less the caller; of several together, tens. Below that, and of small groups, only as
   * many as the caller may see, who can be counted anyway.
   */
  int considered(Hierarchy hierarchy) {
    Collection<Person> others = others();
    int told = (int) others.stream().filter(Person::listed).count();
    for (Cohort cohort : cohorts) {
      int self = cohort.people().stream().anyMatch(one -> one.id().equals(caller)) ? 1 : 0;
      told = Math.max(told, Headcount.of(cohort, hierarchy).number() - self);
    }
    return cohorts.size() > 1 ? Math.max(told, others.size() / 10 * 10) : told;
  }
}
