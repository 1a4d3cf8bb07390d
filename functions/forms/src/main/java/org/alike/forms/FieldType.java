package org.alike.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.alike.vocabulary.Kind;

/** What a form's field holds, with the length and the number of values it has by default. */
enum FieldType {
  EMAIL(254, 1),
  TEXT(200, 1),
  LONG_TEXT(5_000, 1),
  PHONE(40, 1),
  NUMBER(17, 1),
  /** A number that also says whether somebody is old enough. */
  BIRTH_YEAR(10, 1),
  DATE(10, 1),
  /** One of the choices. */
  CHOICE(100, 1),
  /** Some of the choices. */
  MANY(100, 50),
  /** The version of the text that was agreed to. */
  CONSENT(100, 1),
  CONDITION(120, 20),
  SYMPTOM(120, 40),
  TREATMENT(120, 40),
  /** The id of a file that was uploaded for it. */
  FILE(100, 1);

  private final int length;
  private final int most;

  FieldType(int length, int most) {
    this.length = length;
    this.most = most;
  }

  /** Whether it holds numbers. */
  boolean isNumber() {
    return this == NUMBER || this == BIRTH_YEAR;
  }

  int length() {
    return length;
  }

  int most() {
    return most;
  }

  /** Which part of the vocabulary its words belong to, if any. */
  Optional<Kind> vocabulary() {
    return switch (this) {
      case CONDITION -> Optional.of(Kind.CONDITION);
      case SYMPTOM -> Optional.of(Kind.SYMPTOM);
      case TREATMENT -> Optional.of(Kind.TREATMENT);
      case EMAIL, TEXT, LONG_TEXT, PHONE, NUMBER, BIRTH_YEAR, DATE, CHOICE, MANY, CONSENT, FILE ->
          Optional.empty();
    };
  }

  /** The type that a schema's {@code x-field} names, e.g. {@code long-text}. */
  static Optional<FieldType> named(String word) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
        .findFirst();
  }
}
