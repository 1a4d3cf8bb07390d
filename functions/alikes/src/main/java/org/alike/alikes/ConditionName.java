package org.alike.alikes;

import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;

/** How answers name a condition. */
final class ConditionName {
  private ConditionName() {}

  /** As JSON. */
  static Map<String, Object> json(Concept condition) {
    return Json.of(
        "slug", condition.id(),
        "name", condition.name(),
        "shortName", condition.shortName(),
        "label", condition.label());
  }

  /** As short as it goes. */
  static String shortest(Concept condition) {
    String shortName = condition.shortName();
    return shortName == null ? condition.name() : shortName;
  }
}
