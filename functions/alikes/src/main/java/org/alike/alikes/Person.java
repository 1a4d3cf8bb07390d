package org.alike.alikes;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.vocabulary.Kind;

/**
 * What matching knows of a member: what the member lets it be used for at least. Whoever is listed
 * nowhere has no card here: the name, the region and the words about oneself would be of no use, so
 * they are not kept.
 *
 * @param id the member's id; ids sort by the time they were made
 * @param joined when the member confirmed the address
 * @param matchable false when the member has withdrawn the consent: nothing may be used
 * @param told of each kind, as the member gave it, the most important first; not closed upwards
 * @param particulars who the member is
 * @param wishes whom the member wants to meet
 * @param shown the audience of each field
 */
record Person(
    String id,
    Instant joined,
    boolean matchable,
    Map<Kind, List<Told>> told,
    Particulars particulars,
    Wishes wishes,
    Map<CardField, Audience> shown) {
  /** So many of each kind are kept, the ones named first; nobody types more by hand. */
  static final int MOST_OF_A_KIND = 100;

  /** Keeps no card of whoever is listed nowhere, and its own copies. */
  Person {
    if (id.isBlank()) {
      throw new IllegalArgumentException("A person needs an id");
    }
    shown = all(shown);
    told = bounded(told);
    boolean hidden = listed(shown) == Audience.MATCHING;
    particulars =
        particulars.without(
            hidden,
            hidden || !shown.getOrDefault(CardField.REGION, Audience.MATCHING).alikes(),
            hidden || !shown.getOrDefault(CardField.ABOUT, Audience.MATCHING).alikes());
  }

  /** Who may see the card: who may see both the name and the conditions, which listing tells. */
  Audience listed() {
    return listed(shown);
  }

  /** Whether an audience may see the field, where it may see the card. */
  boolean shows(CardField field, Audience audience) {
    return shown.getOrDefault(field, Audience.MATCHING).reaches(audience);
  }

  /** What the member has of a kind. */
  List<Told> told(Kind kind) {
    return told.getOrDefault(kind, List.of());
  }

  /** Ids of the conditions, the most important first. */
  List<String> conditions() {
    return told(Kind.CONDITION).stream().map(Told::id).toList();
  }

  /** What decides who may meet, and what may be shown. */
  Attributes attributes() {
    Map<Field, Audience> ranked = new EnumMap<>(Field.class);
    ranked.put(Field.CARD, listed());
    shown.forEach((field, audience) -> field.ranked().ifPresent(one -> ranked.put(one, audience)));
    return new Attributes(
        particulars.sex(), particulars.country(), particulars.languages(), wishes, ranked);
  }

  /** The row in the cohorts, of this version. */
  Row row(long version) {
    Set<Feature> typed = new HashSet<>();
    Map<Feature, Detail> details = new HashMap<>();
    told.forEach(
        (kind, all) ->
            all.forEach(
                one -> {
                  typed.add(new Feature(kind, one.id()));
                  details.put(new Feature(kind, one.id()), one.detail());
                }));
    return new Row(id, version, joined, typed, details, particulars.birthYear(), attributes());
  }

  private static Audience listed(Map<CardField, Audience> shown) {
    return shown
        .getOrDefault(CardField.DISPLAY_NAME, Audience.MATCHING)
        .narrower(shown.getOrDefault(CardField.CONDITIONS, Audience.MATCHING));
  }

  private static Map<CardField, Audience> all(Map<CardField, Audience> shown) {
    Map<CardField, Audience> all = new EnumMap<>(CardField.class);
    for (CardField field : CardField.values()) {
      all.put(field, shown.getOrDefault(field, Audience.MATCHING));
    }
    return Collections.unmodifiableMap(all);
  }

  private static Map<Kind, List<Told>> bounded(Map<Kind, List<Told>> told) {
    Map<Kind, List<Told>> bounded = new EnumMap<>(Kind.class);
    told.forEach(
        (kind, all) -> {
          Set<String> seen = new HashSet<>();
          List<Told> some =
              all.stream().filter(one -> seen.add(one.id())).limit(MOST_OF_A_KIND).toList();
          if (!some.isEmpty()) {
            bounded.put(kind, some);
          }
        });
    return Collections.unmodifiableMap(bounded);
  }
}
