package org.alike.alikes;

import java.util.HashMap;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * The number of people with a condition that may be told.
 *
 * <p>Fewer than 11 is all that is said of a small group; none and ten look the same. From 11 on the
 * number is exact, with one exception: where all but 0 to 10 of the people have one and the same
 * more specific condition, the two exact numbers would tell how many those few are. The more
 * general condition then has "at least" as many as the more specific one.
 *
 * @param number the number told; 0 when the group is small
 * @param atLeast whether there may be more
 */
record Headcount(int number, boolean atLeast) {
  /** The smallest number that is told. */
  static final int SMALLEST = 11;

  private static final Headcount SMALL = new Headcount(0, false);

  /** The number that may be told of this cohort. */
  static Headcount of(Cohort cohort, Hierarchy hierarchy) {
    if (!cohort.complete()) {
      return new Headcount(cohort.people().size(), true);
    }
    Map<String, Integer> sizes = new HashMap<>(Map.of(cohort.condition(), 0));
    for (Person person : cohort.people()) {
      hierarchy.cohorts(person.conditions()).forEach(each -> sizes.merge(each, 1, Integer::sum));
    }
    return of(cohort.condition(), sizes, hierarchy);
  }

  /**
   * People of a more specific condition are all in the cohort, so these sizes are the true ones.
   */
  private static Headcount of(String condition, Map<String, Integer> sizes, Hierarchy hierarchy) {
    int size = sizes.getOrDefault(condition, 0);
    if (size < SMALLEST) {
      return SMALL;
    }
    return sizes.entrySet().stream()
        .filter(narrower -> hierarchy.isNarrower(narrower.getKey(), condition))
        .filter(narrower -> narrower.getValue() >= SMALLEST)
        .filter(narrower -> size - narrower.getValue() < SMALLEST)
        .map(narrower -> of(narrower.getKey(), sizes, hierarchy).number())
        .max(Integer::compare)
        .map(number -> new Headcount(number, true))
        .orElseGet(() -> new Headcount(size, false));
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
