package org.alike.alikes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alike.vocabulary.Kind;

/**
 * What matching knows of a member. Whoever chose to be listed nowhere has no card here: the name,
 * country and sex would be of no use, so they are not kept.
 *
 * @param id the member's id; ids sort by the time they were made
 * @param visibility who may see the card
 * @param displayName the name on the card
 * @param conditions ids as the member gave them, the most important first; not closed upwards
 * @param symptoms ids, likewise
 * @param treatments ids, likewise
 * @param birthYear when given
 * @param sex when given
 * @param country ISO 3166 code, when given
 * @param joined when the member confirmed the address
 */
record Person(
    String id,
    Visibility visibility,
    String displayName,
    List<String> conditions,
    List<String> symptoms,
    List<String> treatments,
    Optional<Integer> birthYear,
    Optional<String> sex,
    Optional<String> country,
    Instant joined) {
  /** So many of each kind are kept, the ones named first; nobody types more by hand. */
  static final int MOST_OF_A_KIND = 100;

  /** Keeps no card of whoever is listed nowhere, and its own copies of the lists. */
  Person {
    if (id.isBlank()) {
      throw new IllegalArgumentException("A person needs an id");
    }
    conditions = bounded(conditions);
    symptoms = bounded(symptoms);
    treatments = bounded(treatments);
    if (visibility == Visibility.MATCHING) {
      displayName = "";
      sex = Optional.empty();
      country = Optional.empty();
    }
  }

  /** Whether signed-in members may see the card. */
  boolean listed() {
    return visibility != Visibility.MATCHING;
  }

  /** Everything that can be shared, as the member gave it. */
  Stream<Feature> features() {
    return Stream.of(
            conditions.stream().map(condition -> new Feature(Kind.CONDITION, condition)),
            symptoms.stream().map(symptom -> new Feature(Kind.SYMPTOM, symptom)),
            treatments.stream().map(treatment -> new Feature(Kind.TREATMENT, treatment)))
        .flatMap(features -> features);
  }

  private static List<String> bounded(List<String> ids) {
    return ids.stream().distinct().limit(MOST_OF_A_KIND).toList();
  }
}
