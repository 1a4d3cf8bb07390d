package org.alike.members;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who may see what of a member. Private by default: a field without an audience has its first one.
 *
 * @param audiences by field
 */
record Shown(Map<Field, Audience> audiences) {
  /** What holds until the member decides. */
  static final Shown AT_FIRST = new Shown(Map.of());

  /** Keeps a copy of its own that has an audience for each field. */
  Shown {
    Map<Field, Audience> full = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      full.put(field, audiences.getOrDefault(field, field.atFirst()));
    }
    audiences = Collections.unmodifiableMap(full);
  }

  /** What a signup's choice means for the fields it gave; what it did not give stays private. */
  static Shown of(Visibility chosen, Set<Field> given) {
    Map<Field, Audience> audiences = new EnumMap<>(Field.class);
    given.forEach(field -> audiences.put(field, chosen.audience(field)));
    return new Shown(audiences);
  }

  Audience of(Field field) {
    return audiences.getOrDefault(field, field.atFirst());
  }

  /** Whether these may see the field, or in the case of {@code MATCHING} use it. */
  boolean reaches(Audience audience, Field field) {
    return of(field).includes(audience);
  }

  /**
   * Who may see that there is this member: those who see the name and the conditions. Below {@code
   * ALIKES} nobody does. To be listed under a condition tells the condition.
   */
  Audience listed() {
    return of(Field.DISPLAY_NAME).narrower(of(Field.CONDITIONS));
  }

  /** The same in the three steps that a signup chooses from. */
  Visibility visibility() {
    return listed().visibility();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    audiences.forEach((field, audience) -> json.put(field.word(), audience.word()));
    return json;
  }
}
