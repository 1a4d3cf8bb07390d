package org.alike.members;

/** A field of a profile whose audience the member chooses. */
enum Field {
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

  private final String word;

  Field(String word) {
    this.word = word;
  }

  /** As items, events, requests and answers write it. */
  String word() {
    return word;
  }

  /**
   * Whether it tells about health, or may, being free text: it needs a consent that holds, and is
   * not changed without one.
   */
  boolean tellsOfHealth() {
    return this == CONDITIONS || this == SYMPTOMS || this == TREATMENTS || this == ABOUT;
  }

  /** Who may see it until the member decides: conditions are what people are found by. */
  Audience atFirst() {
    return this == CONDITIONS ? Audience.MATCHING : Audience.ME;
  }
}
