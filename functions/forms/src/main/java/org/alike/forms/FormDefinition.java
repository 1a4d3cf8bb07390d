package org.alike.forms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * A form as data: what it is for, what it asks, how long its submissions are kept, and where a
 * browser may be sent afterwards. See {@code src/main/resources/forms}.
 *
 * @param form its name, the last part of {@code /f/{form}}
 * @param purpose who subscribes
 * @param kept how long a submission is kept
 * @param redirects origins besides the website's own that {@code _next} may lead to
 * @param fields everything that it accepts
 */
record FormDefinition(
    String form, Purpose purpose, Duration kept, List<String> redirects, List<Field> fields) {

  FormDefinition {
    redirects = List.copyOf(redirects);
    fields = List.copyOf(fields);
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  static FormDefinition of(Map<String, Object> json) {
    return new FormDefinition(
        String.valueOf(json.get("form")),
        Purpose.of(String.valueOf(json.get("purpose"))),
        Duration.ofDays(json.get("keepDays") instanceof Integer days ? days : 0),
        list(json, "redirects").stream().map(String::valueOf).toList(),
        list(json, "fields").stream().map(FormDefinition::field).toList());
  }

  private static Field field(Object json) {
    return Field.of(Json.asObject(json).orElseThrow());
  }

  private static List<?> list(Map<String, Object> json, String name) {
    return json.get(name) instanceof List<?> list ? list : List.of();
  }
}
