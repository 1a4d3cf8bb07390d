package org.alike.forms;

import java.util.List;
import java.util.Optional;

/**
 * What a form says about its own handling, in fields whose names begin with an underscore. None of
 * them is part of the submission's content.
 *
 * @param next where the browser goes afterwards: {@code _next}
 * @param language {@code _language}
 * @param subject {@code _subject}
 * @param replyTo {@code _replyto}
 * @param trapped whether the field that people don't see was filled: {@code _gotcha}
 */
record Controls(
    Optional<String> next,
    Optional<String> language,
    Optional<String> subject,
    Optional<String> replyTo,
    boolean trapped) {

  static final String NEXT = "_next";

  /** Words for a condition, symptom or treatment that are to be kept, whatever they may mean. */
  static final String AS_TYPED = "_asTyped";

  /** The rules they keep, in the words of form definitions. */
  static final List<Field> FIELDS =
      List.of(
          Field.optional(NEXT, FieldType.TEXT, 2_000),
          Field.optional("_language", FieldType.TEXT, 35),
          Field.optional("_subject", FieldType.TEXT, 200),
          Field.optional("_replyto", FieldType.EMAIL, 254),
          Field.optional("_gotcha", FieldType.LONG_TEXT, 5_000),
          Field.repeatable(AS_TYPED, FieldType.TEXT, 120, 100));

  static Controls of(List<Entry> entries) {
    return new Controls(
        value(entries, NEXT),
        value(entries, "_language"),
        value(entries, "_subject"),
        value(entries, "_replyto"),
        value(entries, "_gotcha").isPresent());
  }

  static boolean isControl(String name) {
    return name.startsWith("_");
  }

  private static Optional<String> value(List<Entry> entries, String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name) && !entry.isBlank())
        .map(entry -> entry.value().strip())
        .findFirst();
  }
}
