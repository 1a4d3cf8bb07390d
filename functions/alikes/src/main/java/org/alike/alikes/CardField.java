package org.alike.alikes;

import java.util.Optional;

/** What a member decides the audience of. {@link Field} is the part of it that ranking asks for. */
enum CardField {
  DISPLAY_NAME("displayName"),
  CONDITIONS("conditions"),
  SYMPTOMS("symptoms"),
  TREATMENTS("treatments"),
  BIRTH_YEAR("birthYear"),
  SEX("sex"),
  COUNTRY("country"),
  REGION("region"),
  LANGUAGES("languages"),
  ABOUT("about");

  private final String wireName;

  CardField(String wireName) {
    this.wireName = wireName;
  }

  /** The name that events and items use. */
  String wireName() {
    return wireName;
  }

  /** The field of ranking that has the same audience. */
  Optional<Field> ranked() {
    return switch (this) {
      case DISPLAY_NAME, REGION, ABOUT -> Optional.empty();
      case CONDITIONS -> Optional.of(Field.CONDITIONS);
      case SYMPTOMS -> Optional.of(Field.SYMPTOMS);
      case TREATMENTS -> Optional.of(Field.TREATMENTS);
      case BIRTH_YEAR -> Optional.of(Field.BIRTH_YEAR);
      case SEX -> Optional.of(Field.SEX);
      case COUNTRY -> Optional.of(Field.COUNTRY);
      case LANGUAGES -> Optional.of(Field.LANGUAGES);
    };
  }
}
