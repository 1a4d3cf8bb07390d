package org.alike.content;

/**
 * What a page says of itself, in the languages that we have words for; English in all others.
 *
 * @param lang the language that these words are in
 * @param disclaimer what the page is no substitute for
 */
record Phrases(String lang, String disclaimer) {
  private static final Phrases ENGLISH =
      new Phrases("en", "This is not a substitute for professional medical advice.");
  private static final Phrases SPANISH =
      new Phrases("es", "Esto no sustituye el consejo de un profesional médico.");

  static Phrases of(String lang) {
    return lang.equals("es") ? SPANISH : ENGLISH;
  }
}
