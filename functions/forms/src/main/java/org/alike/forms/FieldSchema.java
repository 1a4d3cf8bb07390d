package org.alike.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.kernel.Texts;
import org.jspecify.annotations.Nullable;

/** Reads the schema of one field. Pure; not thread-safe. */
final class FieldSchema {
  private static final Set<String> OUTER =
      Set.of("type", "title", "description", "items", "maxItems", "x-field");
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
  private static final int MOST_CHOICES = 300;
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
    String label = text("title", 200).filter(title -> !title.isBlank()).orElse(name);
    String help = text("description", 500).orElse("");
    int length = whole(value, "maxLength", 1, MOST_LENGTH).orElse(type.length());
    int most = list ? whole(schema, "maxItems", 1, MOST_VALUES).orElse(type.most()) : 1;
    List<String> choices = choices();
    String version = version(type);
    Bounds bounds = type.isNumber() ? bounds() : Bounds.NONE;
    return fine
        ? Optional.of(
            new Field(name, type, label, help, required, length, most, choices, version, bounds))
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

  private List<String> choices() {
    if (!value.containsKey("enum")) {
      return List.of();
    }
    List<String> choices = new ArrayList<>();
    if (value.get("enum") instanceof List<?> entries && entries.size() <= MOST_CHOICES) {
      entries.stream()
          .filter(entry -> entry instanceof String text && isLine(text, FieldType.MANY.length()))
          .map(String::valueOf)
          .distinct()
          .forEach(choices::add);
      if (!choices.isEmpty() && choices.size() == entries.size()) {
        return choices;
      }
    }
    complain("/enum", "range", "1 to 300 different texts are needed here.");
    return choices;
  }

  private String version(FieldType type) {
    if (type != FieldType.CONSENT) {
      return "";
    }
    if (value.get("const") instanceof String text && isLine(text, FieldType.CONSENT.length())) {
      return text;
    }
    complain("/const", "required", "Consent needs the version of its text.");
    return "?";
  }

  private Bounds bounds() {
    return new Bounds(
        "integer".equals(value.get("type")),
        decimal("minimum"),
        decimal("maximum"),
        whole(value, "x-yearsAgo", 0, 200));
  }

  private Optional<BigDecimal> decimal(String keyword) {
    Object number = value.get(keyword);
    if (number instanceof Integer || number instanceof Long || number instanceof Double) {
      return Optional.of(new BigDecimal(String.valueOf(number)));
    }
    if (number != null) {
      complain("/" + keyword, "type", "This must be a number.");
    }
    return Optional.empty();
  }

  private OptionalInt whole(Map<String, Object> from, String keyword, int least, int most) {
    Object number = from.get(keyword);
    if (number instanceof Integer whole && whole >= least && whole <= most) {
      return OptionalInt.of(whole);
    }
    if (number != null) {
      complain("/" + keyword, "range", "This must be from " + least + " to " + most + ".");
    }
    return OptionalInt.empty();
  }

  private Optional<String> text(String keyword, int most) {
    @Nullable Object text = schema.get(keyword);
    if (text == null || (text instanceof String line && isText(line, most))) {
      return Optional.ofNullable(text).map(String::valueOf);
    }
    complain("/" + keyword, "too-long", "This must be a text of at most " + most + " characters.");
    return Optional.empty();
  }

  private static boolean isText(String text, int most) {
    return Texts.length(text) <= most && Texts.storable(text);
  }

  private static boolean isLine(String text, int most) {
    return !text.isBlank() && Texts.length(text) <= most && Texts.storableLine(text);
  }

  private void complain(String where, String code, String message) {
    fine = false;
    complaints.note(where, code, message);
  }
}
