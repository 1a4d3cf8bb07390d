package org.alike.alikes;

import java.time.Instant;
import java.util.List;

/**
 * The people who count for a condition.
 *
 * @param condition the condition's id
 * @param people in the order of their ids
 * @param complete false when there are more, who were not read
 */
record Cohort(String condition, List<Person> people, boolean complete) {
  /** Keeps its own copy. */
  Cohort {
    people = List.copyOf(people);
  }

  /** Only who had joined by this moment. */
  Cohort asOf(Instant moment) {
    return new Cohort(
        condition,
        people.stream().filter(person -> !person.joined().isAfter(moment)).toList(),
        complete);
  }
}
