package org.alike.members;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * How a condition has gone so far.
 *
 * @param firstSymptoms the year of the first symptoms
 * @param diagnosed the year of the diagnosis
 * @param stage stage or type, in the member's own words
 */
record Course(Optional<Integer> firstSymptoms, Optional<Integer> diagnosed, Optional<String> stage)
    implements Told.Details {
  /** Nothing was told. */
  static final Course UNTOLD = new Course(Optional.empty(), Optional.empty(), Optional.empty());

  /** The course that {@link #json} wrote. */
  static Course of(Map<String, Object> json) {
    return new Course(
        Told.number(json, "firstSymptoms"),
        Told.number(json, "diagnosed"),
        json.get("stage") instanceof String stage ? Optional.of(stage) : Optional.empty());
  }

  @Override
  public Map<String, Object> json() {
    return Json.of("firstSymptoms", firstSymptoms, "diagnosed", diagnosed, "stage", stage);
  }
}
