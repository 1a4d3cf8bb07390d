package org.alike.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a section of a condition page is about. A section's id is its aspect, on every page, so that
 * links, the table of contents and other features can rely on it.
 */
enum Aspect {
  OVERVIEW(true, "Overview"),
  SYMPTOMS(true, "Symptoms"),
  CAUSES(false, "Causes"),
  DIAGNOSIS(true, ""),
  TREATMENTS(true, "Treatments"),
  OUTLOOK(false, "Prognosis"),
  LIVING_WITH(true, "LivingWith"),
  URGENT_HELP(true, "SeeDoctor");

  private final boolean required;
  private final String healthAspect;

  Aspect(boolean required, String healthAspect) {
    this.required = required;
    this.healthAspect = healthAspect;
  }

  /** What schema.org calls it; it has no word for how a diagnosis is made. */
  Optional<String> healthAspect() {
    return Optional.of(healthAspect).filter(word -> !word.isEmpty()).map(w -> w + "HealthAspect");
  }

  /** As pages and addresses write it, e.g. {@code living-with}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether none that is required is missing among these ids. */
  static boolean complete(Set<String> ids) {
    return missing(ids).isEmpty();
  }

  /** The ids that are required and not among these. */
  static List<String> missing(Set<String> ids) {
    return Arrays.stream(values())
        .filter(aspect -> aspect.required && !ids.contains(aspect.id()))
        .map(Aspect::id)
        .toList();
  }

  static Optional<Aspect> find(String id) {
    return Arrays.stream(values()).filter(aspect -> aspect.id().equals(id)).findFirst();
  }
}
