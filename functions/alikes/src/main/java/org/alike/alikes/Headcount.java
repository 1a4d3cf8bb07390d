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

  /** What may be told of a group. */
  static Headcount of(Headcounts.Told told) {
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
