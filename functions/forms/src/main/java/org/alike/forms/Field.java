package org.alike.forms;

import java.util.List;
import java.util.Set;

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
 * @param accept for files: which types it takes
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
    Bounds bounds,
    Set<FileType> accept) {

  Field {
    choices = List.copyOf(choices);
    accept = Set.copyOf(accept);
    if (name.isBlank() || label.isBlank()) {
      throw new IllegalArgumentException("A field needs a name and a label");
    }
    if (type == FieldType.CONSENT && version.isBlank()) {
      throw new IllegalArgumentException("Consent needs the version of its text");
    }
  }

  /** A field that takes the usual files, if any. */
  Field(
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
    this(name, type, label, help, required, length, most, choices, version, bounds, FileType.USUAL);
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
