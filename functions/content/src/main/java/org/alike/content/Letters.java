package org.alike.content;

import java.text.Normalizer;
import java.util.Locale;

/** How names are put in order from A to Z. Pure. */
final class Letters {
  /** Where names stand that don't begin with a letter. */
  static final String OTHERS = "#";

  private Letters() {}

  /** A name without case and accents. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The letter that a name stands under. */
  static String of(String name) {
    int first = folded(name).codePoints().findFirst().orElse('#');
    return Character.isLetter(first) ? Character.toString(first).toUpperCase(Locale.ROOT) : OTHERS;
  }
}
