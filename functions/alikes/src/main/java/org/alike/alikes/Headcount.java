package org.alike.alikes;

import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Headcounts;

/**
 * The number of people with a condition that may be told, as {@link Headcounts} decides.
 *
 * @param number the number told; 0 when the group is small
 * @param atLeast whether there may be more
 */
record Headcount(int number, boolean atLeast) {
  /** The smallest number that is told. */
  static final int SMALLEST = Headcounts.SMALLEST;

  /**
   * The number that may be told of this cohort. People of a more specific condition are all in it,
   * so that the groups within are the true ones.
   */
  static Headcount of(Cohort cohort, Hierarchy hierarchy) {
    Headcounts counts = hierarchy.headcounts();
    int[] people = {0};
    cohort.read(row -> counts.add(people[0]++, hierarchy.cohorts(row)));
    if (!cohort.complete()) {
      return new Headcount(people[0], true);
    }
    Headcounts.Told told = counts.of(cohort.condition());
    return new Headcount(told.number(), told.atLeast());
  }

  /** Whether the group is too small to tell anything of it. */
  boolean small() {
    return number < SMALLEST;
  }

  /** The number in words: {@code 13 Alikes with ALS}. */
  String label(String condition) {
    if (small()) {
      return "Fewer than " + SMALLEST + " Alikes with " + condition;
    }
    return (atLeast ? "At least " : "") + number + " Alikes with " + condition;
  }

  /** The number as JSON leaves it out or has it. */
  Map<String, Object> json() {
    return Json.of("count", small() ? null : number, "atLeast", atLeast ? true : null);
  }
}
