package org.alike.content;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * In which language and at which level a page is written or read.
 *
 * @param lang primary language tag (BCP 47), in lower case
 * @param level how much it asks of its reader
 */
record Reading(String lang, Level level) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /** The language that every page is written in first. */
  static final String ENGLISH = "en";

  /** What every page is written in, whatever else it is written in. */
  static final Reading FIRST = new Reading(ENGLISH, Level.STANDARD);

  Reading {
    if (!isLanguage(lang)) {
      throw new IllegalArgumentException("Not a primary language tag");
    }
  }

  static boolean isLanguage(String text) {
    return LANGUAGE.matcher(text).matches();
  }

  /** What stands in for a text that is not written for this reading: best first, no doubles. */
  List<Reading> fallbacks() {
    return Stream.of(
            this,
            new Reading(lang, Level.STANDARD),
            new Reading(ENGLISH, level),
            new Reading(ENGLISH, Level.STANDARD))
        .distinct()
        .toList();
  }

  /** One word for it, such as {@code es/plain}. */
  String key() {
    return lang + "/" + level.id();
  }

  /** The reading of this {@link #key()}. */
  static Reading of(String key) {
    int mark = key.indexOf('/');
    return new Reading(key.substring(0, mark), Level.find(key.substring(mark + 1)).orElseThrow());
  }
}
