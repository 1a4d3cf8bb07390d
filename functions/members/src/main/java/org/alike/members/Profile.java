package org.alike.members;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a member has told about themselves, and to whom.
 *
 * @param displayName what others call them
 * @param conditions what they live with
 * @param symptoms what they notice
 * @param treatments what they use against it
 * @param person what else they told
 * @param shown who may see each field
 * @param wishes whom they want to meet
 */
record Profile(
    String displayName,
    List<Told<Course>> conditions,
    List<Told<Burden>> symptoms,
    List<Told<Experience>> treatments,
    Person person,
    Shown shown,
    Wishes wishes) {

  /** Keeps its own copies. */
  Profile {
    conditions = List.copyOf(conditions);
    symptoms = List.copyOf(symptoms);
    treatments = List.copyOf(treatments);
  }

  /** The same for other eyes. */
  Profile showing(Shown others) {
    return new Profile(displayName, conditions, symptoms, treatments, person, others, wishes);
  }

  /** The same in the audience that a signup's choice gives each field that was given. */
  Profile showing(Visibility chosen) {
    return showing(Shown.of(chosen, given()));
  }

  private Set<Field> given() {
    Set<Field> given = EnumSet.of(Field.DISPLAY_NAME, Field.CONDITIONS);
    add(given, Field.SYMPTOMS, !symptoms.isEmpty());
    add(given, Field.TREATMENTS, !treatments.isEmpty());
    add(given, Field.BIRTH_YEAR, person.birthYear().isPresent());
    add(given, Field.SEX, person.sex().isPresent());
    add(given, Field.COUNTRY, person.country().isPresent());
    add(given, Field.REGION, person.region().isPresent());
    add(given, Field.LANGUAGES, !person.languages().isEmpty());
    add(given, Field.ABOUT, person.about().isPresent());
    return given;
  }

  private static void add(Set<Field> given, Field field, boolean isGiven) {
    if (isGiven) {
      given.add(field);
    }
  }
}
