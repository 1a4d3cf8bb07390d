package org.alike.alikes;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.alike.kernel.Json;

/**
 * The number of people with a condition that may be told.
 *
 * <p>Fewer than 11 is all that is said of a small group; none and ten look the same. From 11 on the
 * number is exact, unless the numbers told of more specific conditions would, together with it,
 * tell of a small group. Then the more general condition has "at least" the largest of those
 * numbers, which says nothing that they do not say.
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
    Map<String, Set<String>> groups = new HashMap<>(Map.of(cohort.condition(), new HashSet<>()));
    for (Person person : cohort.people()) {
      hierarchy
          .cohorts(person.conditions())
          .forEach(each -> groups.computeIfAbsent(each, key -> new HashSet<>()).add(person.id()));
    }
    return of(cohort.condition(), groups, hierarchy);
  }

  /**
   * People of a more specific condition are all in the cohort, so these groups are the true ones.
   */
  private static Headcount of(
      String condition, Map<String, Set<String>> groups, Hierarchy hierarchy) {
    Set<String> group = groups.getOrDefault(condition, Set.of());
    if (group.size() < SMALLEST) {
      return SMALL;
    }
    Map<String, Set<String>> narrower = new HashMap<>(groups);
    narrower.keySet().removeIf(each -> !hierarchy.isNarrower(each, condition));
    narrower.values().removeIf(members -> members.size() < SMALLEST);
    int largest =
        narrower.keySet().stream()
            .mapToInt(each -> of(each, groups, hierarchy).number())
            .max()
            .orElse(0);
    return narrower.isEmpty() || tellsOfNoFew(group.size(), narrower.values(), largest)
        ? new Headcount(group.size(), false)
        : new Headcount(largest, true);
  }

  /**
   * Whether no few can be told apart when this size is known beside the numbers of the narrower
   * groups, the largest of which is told too.
   *
   * <p>Those in none of the narrower groups must not be few. That they are not is then known: the
   * narrower groups together have no more than {@code size - 11} people. Where there are several,
   * this must leave open whether none or ten of these are beyond the largest number.
   */
  private static boolean tellsOfNoFew(int size, Collection<Set<String>> narrower, int largest) {
    long together = narrower.stream().flatMap(Set::stream).distinct().count();
    int open = narrower.size() == 1 ? 0 : SMALLEST - 1;
    return size - together >= SMALLEST && size - SMALLEST - largest >= open;
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
