package org.alike.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/** The forms there are, read once from this artifact's data files. Immutable. */
final class FormDefinitions {
  private static final List<String> SHIPPED = List.of("signup", "contact");
  private final Map<String, FormDefinition> forms;

  private FormDefinitions(Map<String, FormDefinition> forms) {
    this.forms = Map.copyOf(forms);
  }

  static FormDefinitions shipped() {
    Map<String, FormDefinition> forms = new HashMap<>();
    SHIPPED.forEach(form -> forms.put(form, read("/forms/" + form + ".json")));
    return new FormDefinitions(forms);
  }

  Optional<FormDefinition> find(String form) {
    return Optional.ofNullable(forms.get(form));
  }

  private static FormDefinition read(String resource) {
    try (InputStream in = FormDefinitions.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing " + resource);
      }
      return FormDefinition.of(Json.trusted(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
