package org.alike.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.alike.kernel.Texts;

/** The keywords of one schema, read by what they must be. Pure; not thread-safe. */
final class Keywords {
  private static final int MOST_CHOICES = 300;
  private static final int MOST_TYPES = 30;
  private final Map<String, Object> schema;
  private final Complaints complaints;

  /** Complaints are about what is asked for and is there, but is not what it must be. */
  Keywords(Map<String, Object> schema, Complaints complaints) {
    this.schema = schema;
    this.complaints = complaints;
  }

  /** What {@code enum} lists; empty when there is none. */
  List<String> choices() {
    if (!schema.containsKey("enum")) {
      return List.of();
    }
    List<String> choices = new ArrayList<>();
    if (schema.get("enum") instanceof List<?> entries && entries.size() <= MOST_CHOICES) {
      entries.stream()
          .filter(entry -> entry instanceof String text && isLine(text, FieldType.MANY.length()))
          .map(String::valueOf)
          .distinct()
          .forEach(choices::add);
      if (!choices.isEmpty() && choices.size() == entries.size()) {
        return choices;
      }
    }
    complaints.note("/enum", "range", "1 to 300 different texts are needed here.");
    return choices;
  }

  /** The version of a text that {@code const} names; it must be there. */
  String version() {
    if (schema.get("const") instanceof String text && isLine(text, FieldType.CONSENT.length())) {
      return text;
    }
    complaints.note("/const", "required", "Consent needs the version of its text.");
    return "?";
  }

  Bounds bounds() {
    return new Bounds(
        "integer".equals(schema.get("type")),
        decimal("minimum"),
        decimal("maximum"),
        whole("x-yearsAgo", 0, 200));
  }

  private Optional<BigDecimal> decimal(String keyword) {
    Object number = schema.get(keyword);
    if (number instanceof Integer || number instanceof Long || number instanceof Double) {
      return Optional.of(new BigDecimal(String.valueOf(number)));
    }
    if (number != null) {
      complaints.note("/" + keyword, "type", "This must be a number.");
    }
    return Optional.empty();
  }

  /** Which files {@code x-accept} names; the usual ones when there is no such keyword. */
  Set<FileType> accept() {
    Object wanted = schema.get("x-accept");
    if (wanted == null) {
      return FileType.USUAL;
    }
    Set<FileType> accept = new HashSet<>();
    List<?> types = wanted instanceof List<?> list && list.size() <= MOST_TYPES ? list : List.of();
    for (Object type : types) {
      Set<FileType> named = FileType.accepted(String.valueOf(type));
      if (!(type instanceof String) || named.isEmpty()) {
        complaints.note("/x-accept", "choice", "There is no such type that its content tells.");
      }
      accept.addAll(named);
    }
    if (types.isEmpty()) {
      complaints.note("/x-accept", "range", "1 to 30 media types such as image/* are needed here.");
    }
    return accept;
  }

  OptionalInt whole(String keyword, int least, int most) {
    Object number = schema.get(keyword);
    if (number instanceof Integer whole && whole >= least && whole <= most) {
      return OptionalInt.of(whole);
    }
    if (number != null) {
      String range = "This must be from " + least + " to " + most + ".";
      complaints.note("/" + keyword, "range", range);
    }
    return OptionalInt.empty();
  }

  Optional<String> text(String keyword, int most) {
    Object text = schema.get(keyword);
    if (text == null || (text instanceof String line && isText(line, most))) {
      return Optional.ofNullable(text).map(String::valueOf);
    }
    String message = "This must be a text of at most " + most + " characters.";
    complaints.note("/" + keyword, "too-long", message);
    return Optional.empty();
  }

  private static boolean isText(String text, int most) {
    return Texts.length(text) <= most && Texts.storable(text);
  }

  private static boolean isLine(String text, int most) {
    return !text.isBlank() && Texts.length(text) <= most && Texts.storableLine(text);
  }
}
