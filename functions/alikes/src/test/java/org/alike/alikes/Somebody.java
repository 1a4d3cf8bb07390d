package org.alike.alikes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Any member, and what the same one could have told instead.
 *
 * @param told what the member told
 * @param instead something else
 * @param shown the audience of each field
 * @param wishes whom the member wants to meet
 */
record Somebody(
    Values told, Values instead, Map<String, Object> shown, Map<String, Object> wishes) {
  private static final int YEAR = 2026;

  /** Values of fields, by the names that events use. */
  record Values(Map<String, Object> fields) {
    Members of(Members member) {
      Members full = member;
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        full = full.with(field.getKey(), field.getValue());
      }
      return full;
    }
  }

  static Arbitrary<Somebody> any() {
    return Combinators.combine(values(), values(), anyAudiences(), anyWishes()).as(Somebody::new);
  }

  static Arbitrary<Values> values() {
    return Combinators.combine(
            some("choking", "drooling", "falls", "swallowing-problems"),
            some("riluzole", "bipap"),
            Arbitraries.integers().between(1950, 2000),
            Arbitraries.of("female", "male"),
            Arbitraries.of("AT", "IE"),
            some("de", "en"))
        .as(
            (symptoms, treatments, born, sex, country, languages) ->
                new Values(
                    Map.of(
                        "symptoms",
                        List.copyOf(symptoms),
                        "treatments",
                        List.copyOf(treatments),
                        "birthYear",
                        born,
                        "sex",
                        sex,
                        "country",
                        country,
                        "languages",
                        List.copyOf(languages))));
  }

  static Arbitrary<Map<String, Object>> anyWishes() {
    return Arbitraries.of(
        Map.of(), Map.of(), Map.of("sex", true), Map.of("country", true), Map.of("years", 10));
  }

  /** The same audience of every field but name and conditions, which Alikes see. */
  static Map<String, Object> showing(String audience) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (CardField field : CardField.values()) {
      shown.put(field.wireName(), audience);
    }
    shown.put("displayName", "alikes");
    shown.put("conditions", "alikes");
    return shown;
  }

  /** What the member shows to this viewer, and in place of all else something else. */
  Values hidingOther(Audience viewer) {
    boolean listed = reaches("displayName", viewer) && reaches("conditions", viewer);
    Map<String, Object> mixed = new LinkedHashMap<>();
    told.fields()
        .forEach(
            (field, value) -> {
              Object other = instead.fields().getOrDefault(field, value);
              mixed.put(field, listed && reaches(field, viewer) ? alike(value, other) : other);
            });
    return new Values(mixed);
  }

  /** Cards show decades of age only, so of a year that is shown the rest is hidden. */
  private static Object alike(Object told, Object other) {
    return told instanceof Integer born && other instanceof Integer year
        ? YEAR - ((YEAR - born) / 10 * 10 + year % 10)
        : told;
  }

  private boolean reaches(String field, Audience viewer) {
    return Audience.of(String.valueOf(shown.get(field))).reaches(viewer);
  }

  private static Arbitrary<Map<String, Object>> anyAudiences() {
    Arbitrary<String> audience = Arbitraries.of(Audience.class).map(Audience::wireName);
    Arbitrary<String> card = Arbitraries.of("matching", "alikes", "members", "public", "public");
    Arbitrary<String> names = Arbitraries.of(CardField.class).map(CardField::wireName);
    return Combinators.combine(Arbitraries.maps(names, audience), card, card)
        .as(
            (some, name, conditions) -> {
              Map<String, Object> shown = new LinkedHashMap<>(some);
              shown.put("displayName", name);
              shown.put("conditions", conditions);
              return shown;
            });
  }

  private static Arbitrary<Set<String>> some(String... ids) {
    return Arbitraries.of(ids).set().ofMaxSize(3);
  }
}
