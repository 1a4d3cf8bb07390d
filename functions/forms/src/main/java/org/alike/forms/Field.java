package org.alike.forms;

import java.util.List;

/**
 * A field of a form, as its definition says it.
 *
 * @param name as the form's HTML has it
 * @param type what it holds
 * @param label what people call it; the error page names it so
 * @param help a word of help for whoever fills it; may be empty
 * @param required whether at least one value must be there
 * @param length the most code points of a value
 * @param most the most values
 * @param choices what the types {@code CHOICE} and {@code MANY} choose from
 * @param version for {@code consent}: the version of the text that is current
 * @param bounds for numbers
 */
record Field(
    String name,
    FieldType type,
    String label,
    String help,
    boolean required,
    int length,
    int most,
    List<String> choices,
    String version,
    Bounds bounds) {

  Field {
    choices = List.copyOf(choices);
    if (name.isBlank() || label.isBlank()) {
      throw new IllegalArgumentException("A field needs a name and a label");
    }
    if (type == FieldType.CONSENT && version.isBlank()) {
      throw new IllegalArgumentException("Consent needs the version of its text");
    }
  }

  /** A field that may be left out. */
  static Field optional(String name, FieldType type, int length) {
    return repeatable(name, type, length, 1);
  }

  /** The same with several values. */
  static Field repeatable(String name, FieldType type, int length, int most) {
    return new Field(name, type, name, "", false, length, most, List.of(), "", Bounds.NONE);
  }
}
