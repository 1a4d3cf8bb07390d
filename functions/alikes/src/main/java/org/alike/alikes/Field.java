package org.alike.alikes;

import org.alike.vocabulary.Kind;

/**
 * What a member decides the audience of, as far as ranking is concerned. {@link AttributesCode}
 * numbers them.
 */
enum Field {
  /** The card itself: whether the member is listed at all. */
  CARD,
  CONDITIONS,
  SYMPTOMS,
  TREATMENTS,
  BIRTH_YEAR,
  SEX,
  COUNTRY,
  LANGUAGES;

  /** The field that features of this kind are in. */
  static Field of(Kind kind) {
    return switch (kind) {
      case CONDITION -> CONDITIONS;
      case SYMPTOM -> SYMPTOMS;
      case TREATMENT -> TREATMENTS;
    };
  }
}
