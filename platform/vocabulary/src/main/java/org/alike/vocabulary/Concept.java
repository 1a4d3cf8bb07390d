package org.alike.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition, symptom or treatment. Immutable; sets and maps keep the order of the data file.
 *
 * @param kind what it is
 * @param id stable, kebab-case, unique within its kind; a condition's id is its page's slug
 * @param name the preferred name, as shown
 * @param shortName the short form worth showing beside the name, such as "ALS"
 * @param otherNames lay names, other short forms and brand names, fit to be shown
 * @param parents ids of the next more general concepts of the same kind
 * @param related ids of conditions whose communities are close; only conditions have any
 * @param codes code by code system, such as {@code ICD-10 -> G12.2}
 * @param category whether it only groups others ("neurological conditions"): a category has no
 *     community of its own and is never offered by autocomplete
 */
public record Concept(
    Kind kind,
    String id,
    String name,
    @Nullable String shortName,
    List<String> otherNames,
    Set<String> parents,
    List<String> related,
    Map<String, String> codes,
    boolean category) {

  public Concept {
    Objects.requireNonNull(kind, "kind");
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("A concept needs an id and a name");
    }
    otherNames = List.copyOf(otherNames);
    parents = Collections.unmodifiableSet(new LinkedHashSet<>(parents));
    related = List.copyOf(related);
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /** The name to show in a sentence: {@code "Amyotrophic Lateral Sclerosis (ALS)"}. */
  public String label() {
    return shortName == null ? name : name + " (" + shortName + ")";
  }
}
