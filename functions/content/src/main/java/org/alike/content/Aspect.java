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
  OVERVIEW(true),
  SYMPTOMS(true),
  CAUSES(false),
  DIAGNOSIS(true),
  TREATMENTS(true),
  OUTLOOK(false),
  LIVING_WITH(true),
  URGENT_HELP(true);

  private final boolean required;

  Aspect(boolean required) {
    this.required = required;
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
