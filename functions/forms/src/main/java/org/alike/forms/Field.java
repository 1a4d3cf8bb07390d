package org.alike.forms;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A field of a form, as its definition says it.
 *
 * @param name as the form's HTML has it
 * @param type what it holds
 * @param label what people call it; the error page names it so
 * @param required whether at least one value must be there
 * @param length the most code points of a value
 * @param most the most values
 * @param choices what the types {@code CHOICE} and {@code MANY} choose from
 * @param version for {@code consent}: the version of the text that is current
 * @param from the least number
 * @param yearsAgo for years: the latest one is so many years ago
 */
record Field(
    String name,
    FieldType type,
    String label,
    boolean required,
    int length,
    int most,
    List<String> choices,
    String version,
    int from,
    OptionalInt yearsAgo) {

  Field {
    choices = List.copyOf(choices);
    if (name.isBlank() || label.isBlank()) {
      throw new IllegalArgumentException("A field needs a name and a label");
    }
    if (type == FieldType.CONSENT && version.isBlank()) {
      throw new IllegalArgumentException("Consent needs the version of its text");
    }
  }

  /** A field that may be left out and has its type's limits. */
  static Field optional(String name, FieldType type, int length) {
    return repeatable(name, type, length, 1);
  }

  /** The same with several values. */
  static Field repeatable(String name, FieldType type, int length, int most) {
    return new Field(
        name,
        type,
        name,
        false,
        length,
        most,
        List.of(),
        "",
        Integer.MIN_VALUE,
        OptionalInt.empty());
  }

  static Field of(Map<String, Object> json) {
    FieldType type = FieldType.of(String.valueOf(json.get("type")));
    return new Field(
        String.valueOf(json.get("name")),
        type,
        String.valueOf(json.get("label")),
        Boolean.TRUE.equals(json.get("required")),
        number(json, "length").orElse(type.length()),
        number(json, "most").orElse(type.most()),
        json.get("choices") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of(),
        json.get("version") instanceof String version ? version : "",
        number(json, "from").orElse(Integer.MIN_VALUE),
        number(json, "yearsAgo"));
  }

  private static OptionalInt number(Map<String, Object> json, String name) {
    return json.get(name) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
