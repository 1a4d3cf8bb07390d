package org.alike.forms;

import java.util.Map;
import org.alike.kernel.Json;

/**
 * A form in the list of all.
 *
 * @param form its name
 * @param title what people call it
 * @param purpose who subscribes
 * @param open whether it takes submissions
 * @param version 0 as it ships
 */
record FormEntry(String form, String title, Purpose purpose, boolean open, long version) {

  static FormEntry of(FormDefinition form) {
    return new FormEntry(form.form(), form.title(), form.purpose(), form.open(), form.version());
  }

  Map<String, Object> json() {
    return Json.of(
        "form", form, "title", title, "purpose", purpose.word(), "open", open, "version", version);
  }
}
