package org.alike.content;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a page says of itself, in the languages that we have words for; English in all others.
 * Immutable.
 *
 * @param lang the language that these words are in
 * @param languageName what the language calls itself
 * @param disclaimer what the page is no substitute for
 * @param datePattern how it writes a day
 */
record Phrases(
    String lang,
    String languageName,
    String disclaimer,
    String datePattern,
    String onThisPage,
    String alsoCalled,
    String symptoms,
    String treatments,
    String sources,
    String reviewedBy,
    String nextReview,
    String overdue,
    String otherReading,
    String standard,
    String plain,
    String related,
    String editorialProcess,
    String wholeSite) {
  private static final Phrases ENGLISH =
      new Phrases(
          "en",
          "English",
          "This is not a substitute for professional medical advice.",
          "d MMMM yyyy",
          "On this page",
          "Also called",
          "Symptoms it can have",
          "Treatments that may help",
          "Sources",
          "Reviewed by",
          "Next review due",
          "The review of this section is overdue. Some of it may be out of date.",
          "This section is not available in the language or reading level you chose.",
          "Standard text",
          "Plain words",
          "Related conditions",
          "How we write and check our pages",
          "People who live with it, and what they talk about");

  private static final Phrases SPANISH =
      new Phrases(
          "es",
          "Español",
          "Esto no sustituye el consejo de un profesional médico.",
          "d 'de' MMMM 'de' yyyy",
          "En esta página",
          "También se llama",
          "Síntomas que puede tener",
          "Tratamientos que pueden ayudar",
          "Fuentes",
          "Revisado por",
          "Próxima revisión",
          "La revisión de esta sección está atrasada. Puede que una parte no esté al día.",
          "Esta sección no está disponible en el idioma o nivel de lectura que eligió.",
          "Texto normal",
          "Palabras sencillas",
          "Enfermedades relacionadas",
          "Cómo escribimos y revisamos nuestras páginas",
          "Personas que viven con ella y de qué hablan");

  static Phrases of(String lang) {
    return lang.equals(SPANISH.lang) ? SPANISH : ENGLISH;
  }

  /** What a language calls itself; its tag where we don't know. */
  static String nameOf(String lang) {
    Phrases phrases = of(lang);
    return phrases.lang.equals(lang) ? phrases.languageName : lang;
  }

  String level(Level level) {
    return level == Level.PLAIN ? plain : standard;
  }

  String date(LocalDate day) {
    return DateTimeFormatter.ofPattern(datePattern, Locale.forLanguageTag(lang)).format(day);
  }
}
