package org.alike.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.kernel.Texts;

/**
 * Reads the JSON Schema (2020-12) of a form: an object whose properties are its fields. Only the
 * part of JSON Schema that forms need is taken, above all no regular expressions; the rest is
 * refused rather than ignored. See {@code form-schema.json}. Pure; not thread-safe.
 */
final class FormSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "type",
          "title",
          "description",
          "properties",
          "required",
          "additionalProperties");
  private static final int MOST_FIELDS = 200;
  private static final int MOST_NAME = 100;
  private final Map<String, Object> schema;
  private final Complaints complaints;

  FormSchema(Map<String, Object> schema, Complaints complaints) {
    this.schema = schema;
    this.complaints = complaints;
  }

  /** The fields, in their order. What can't be read is complained about and left out. */
  List<Field> fields() {
    checkRoot();
    Map<String, Object> properties = Json.asObject(schema.get("properties")).orElse(Map.of());
    if (properties.isEmpty() || properties.size() > MOST_FIELDS) {
      complain("/properties", "range", "1 to 200 fields are needed here.");
      return List.of();
    }
    Set<String> required = required(properties.keySet());
    List<Field> fields = new ArrayList<>();
    properties.forEach(
        (name, property) -> field(name, property, required.contains(name)).ifPresent(fields::add));
    return fields;
  }

  /** Whether the form takes fields that it does not name, as JSON Schema does unless told. */
  boolean more() {
    return !Boolean.FALSE.equals(schema.get("additionalProperties"));
  }

  private Optional<Field> field(String name, Object property, boolean required) {
    String place = "/properties/" + name.replace("~", "~0").replace("/", "~1");
    if (name.isBlank() || Texts.length(name) > MOST_NAME || !Texts.storableLine(name)) {
      complain("/properties", "name", "A field's name has 1 to 100 characters on one line.");
      return Optional.empty();
    }
    if (name.startsWith("_")) {
      complain(place, "name", "Names that begin with an underscore say how to handle a form.");
      return Optional.empty();
    }
    Map<String, Object> json = Json.asObject(property).orElse(Map.of());
    return new FieldSchema(
            name, json, (where, code, message) -> complain(place + where, code, message))
        .field(required);
  }

  private void checkRoot() {
    if (!KEYWORDS.containsAll(schema.keySet())) {
      complain("", "keyword", "There is a keyword that forms can't have here.");
    }
    if (!DIALECT.equals(schema.getOrDefault("$schema", DIALECT))) {
      complain("/$schema", "choice", "Forms are written in JSON Schema 2020-12.");
    }
    if (!"object".equals(schema.get("type"))) {
      complain("/type", "choice", "A form is an object.");
    }
    if (!(schema.getOrDefault("additionalProperties", true) instanceof Boolean)) {
      complain("/additionalProperties", "type", "This must be true or false.");
    }
    for (String text : List.of("title", "description")) {
      if (!(schema.getOrDefault(text, "") instanceof String)) {
        complain("/" + text, "type", "This must be a text.");
      }
    }
  }

  private Set<String> required(Set<String> names) {
    Set<String> required = new HashSet<>();
    if (!(schema.getOrDefault("required", List.of()) instanceof List<?> list)) {
      complain("/required", "type", "This must be a list of texts.");
      return required;
    }
    for (Object name : list) {
      boolean fresh = name instanceof String text && names.contains(text) && required.add(text);
      if (!fresh) {
        complain("/required", "choice", "Each of these must be a field, and only once.");
      }
    }
    return required;
  }

  private void complain(String where, String code, String message) {
    complaints.note("schema" + where, code, message);
  }
}
