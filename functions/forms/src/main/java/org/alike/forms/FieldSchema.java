package org.alike.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;

/** Reads the schema of one field. Pure; not thread-safe. */
final class FieldSchema {
  private static final Set<String> OUTER =
      Set.of("type", "title", "description", "items", "maxItems", "x-field", "x-accept");
  private static final Set<String> INNER =
      Set.of("type", "format", "maxLength", "enum", "const", "minimum", "maximum", "x-yearsAgo");
  private static final Set<FieldType> TEXTS =
      Set.of(
          FieldType.TEXT,
          FieldType.LONG_TEXT,
          FieldType.CONDITION,
          FieldType.SYMPTOM,
          FieldType.TREATMENT,
          FieldType.CONSENT,
          FieldType.FILE);
  private static final int MOST_LENGTH = 20_000;
  private static final int MOST_VALUES = 200;
  private final String name;
  private final Map<String, Object> schema;
  private final Map<String, Object> value;
  private final boolean list;
  private final Complaints complaints;
  private boolean fine = true;

  /**
   * A field's schema; complaints about it are relative to it.
   *
   * @param schema of the field: a value's own, or a list of such
   */
  FieldSchema(String name, Map<String, Object> schema, Complaints complaints) {
    this.name = name;
    this.schema = schema;
    this.list = "array".equals(schema.get("type"));
    this.value = list ? Json.asObject(schema.get("items")).orElse(Map.of()) : schema;
    this.complaints = complaints;
  }

  /** The field; empty when there was something to complain about. */
  Optional<Field> field(boolean required) {
    checkKeywords();
    FieldType type = type();
    Keywords outer = new Keywords(schema, this::complain);
    Keywords inner = new Keywords(value, this::complain);
    String label = outer.text("title", 200).filter(title -> !title.isBlank()).orElse(name);
    String help = outer.text("description", 500).orElse("");
    int length = inner.whole("maxLength", 1, MOST_LENGTH).orElse(type.length());
    int most = list ? outer.whole("maxItems", 1, MOST_VALUES).orElse(type.most()) : 1;
    List<String> choices = inner.choices();
    String version = type == FieldType.CONSENT ? inner.version() : "";
    Bounds bounds = type.isNumber() ? inner.bounds() : Bounds.NONE;
    Set<FileType> accept = outer.accept();
    if (type != FieldType.FILE && schema.containsKey("x-accept")) {
      complain("/x-accept", "keyword", "Only fields for files can have this.");
    }
    return fine
        ? Optional.of(
            new Field(
                name, type, label, help, required, length, most, choices, version, bounds, accept))
        : Optional.empty();
  }

  private FieldType type() {
    Object basic = value.get("type");
    Optional<FieldType> named =
        schema.get("x-field") instanceof String word ? FieldType.named(word) : Optional.empty();
    if (named.equals(Optional.of(FieldType.BIRTH_YEAR)) && "integer".equals(basic)) {
      return FieldType.BIRTH_YEAR;
    }
    if (schema.containsKey("x-field") && named.filter(TEXTS::contains).isEmpty()) {
      complain("/x-field", "choice", "There is no such kind of field of this type.");
    }
    if ("integer".equals(basic) || "number".equals(basic)) {
      return FieldType.NUMBER;
    }
    if (!"string".equals(basic)) {
      complain("/type", "choice", "This must be string, integer, number, or an array of those.");
    }
    return named.orElseGet(this::typeOfText);
  }

  private FieldType typeOfText() {
    if (value.containsKey("enum")) {
      return list ? FieldType.MANY : FieldType.CHOICE;
    }
    if (value.containsKey("const")) {
      return FieldType.CONSENT;
    }
    Object format = value.get("format");
    if (format == null) {
      return FieldType.TEXT;
    }
    return switch (String.valueOf(format)) {
      case "email" -> FieldType.EMAIL;
      case "phone" -> FieldType.PHONE;
      case "date" -> FieldType.DATE;
      default -> {
        complain("/format", "choice", "This must be email, phone or date.");
        yield FieldType.TEXT;
      }
    };
  }

  private void checkKeywords() {
    Set<String> outer = new HashSet<>(OUTER);
    if (list) {
      if (!INNER.containsAll(value.keySet())) {
        complain("/items", "keyword", "There is a keyword that fields can't have here.");
      }
    } else {
      outer.removeAll(Set.of("items", "maxItems"));
      outer.addAll(INNER);
    }
    if (!outer.containsAll(schema.keySet())) {
      complain("", "keyword", "There is a keyword that fields can't have here.");
    }
  }

  private void complain(String where, String code, String message) {
    fine = false;
    complaints.note(where, code, message);
  }
}
