package org.alike.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a client's JSON object and gathers every broken rule, so that one answer
 * names them all.
 *
 * <p>Read each field, then call {@link #end()} before using any value: it throws when a rule was
 * broken or a field was sent that nobody read. Objects inside are read in the same way and end with
 * the whole. Lengths are in code points. Not thread-safe; one per request.
 */
public final class Fields {
  private static final int MOST_UNKNOWN = 10;
  private final Map<String, Object> object;
  private final String place;
  private final Set<String> known = new HashSet<>();
  private final List<Fields> parts = new ArrayList<>();
  private final List<Violation> violations;

  private Fields(Map<String, Object> object, String place, List<Violation> violations) {
    this.object = object;
    this.place = place;
    this.violations = violations;
  }

  /** The fields of this object. */
  public static Fields of(Map<String, Object> object) {
    return new Fields(object, "", new ArrayList<>());
  }

  /** Whether the field was sent at all, be it as null: a merge patch (RFC 7396) clears by that. */
  public boolean has(String name) {
    return object.containsKey(name);
  }

  /** Whether the field was sent as null. */
  public boolean clears(String name) {
    return has(name) && object.get(name) == null;
  }

  /** Whether the field was sent without content: as null, an empty list or a blank text. */
  public boolean empties(String name) {
    Object value = object.get(name);
    return clears(name)
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof String text && text.isBlank());
  }

  /** The object inside; absent and null mean one without fields. */
  public Fields object(String name) {
    Object value = take(name);
    Map<String, Object> inside = Json.asObject(value).orElse(Map.of());
    if (value != null && !(value instanceof Map<?, ?>)) {
      add(name, "type", "This must be an object.");
    }
    Fields part = new Fields(inside, place + "/" + name, violations);
    parts.add(part);
    return part;
  }

  /** A flag; absent and null mean the given default. */
  public boolean flag(String name, boolean otherwise) {
    Object value = take(name);
    if (value != null && !(value instanceof Boolean)) {
      add(name, "type", "This must be true or false.");
    }
    return value instanceof Boolean flag ? flag : otherwise;
  }

  /** The objects of a list, at least {@code min} and at most {@code max}; absent means none. */
  public List<Fields> objects(String name, int min, int max) {
    Object value = take(name);
    List<?> items = value instanceof List<?> list ? list : List.of();
    boolean objects = items.stream().allMatch(item -> Json.asObject(item).isPresent());
    if ((value != null && !(value instanceof List<?>)) || !objects) {
      add(name, "type", "This must be a list of objects.");
    } else if (items.size() < min) {
      add(name, "required", "At least " + min + " is needed.");
    } else if (items.size() > max) {
      add(name, "too-many", "At most " + max + ", please.");
    } else {
      return parts(name, items);
    }
    return List.of();
  }

  /** A date that may be absent, such as {@code 2026-11-23}. */
  public Optional<LocalDate> date(String name) {
    Optional<String> text = optionalText(name, 10);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException noDate) {
      add(name, "date", "This must be a date such as 2026-11-23.");
      return Optional.empty();
    }
  }

  /** Notes that a field breaks a rule of the caller's own; {@code name} may go on with an index. */
  public void reject(String name, String code, String message) {
    add(name, code, message);
  }

  /** A text that must be there, trimmed, of {@code min} to {@code max} code points. */
  public String text(String name, int min, int max) {
    String text = optionalText(name, max).orElse("");
    if (Texts.length(text) < min && !broken(name)) {
      boolean missing = text.isEmpty();
      add(
          name,
          missing ? "required" : "too-short",
          missing ? "This is needed." : "At least " + min + " characters, please.");
    }
    return text;
  }

  /** A text that may be absent or blank, trimmed, of at most {@code max} code points. */
  public Optional<String> optionalText(String name, int max) {
    Object value = take(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      add(name, "type", "This must be a text.");
      return Optional.empty();
    }
    return check(name, text, max).filter(checked -> !checked.isEmpty());
  }

  /** Like {@link #text} and on one line. */
  public String line(String name, int min, int max) {
    return oneLine(name, text(name, min, max));
  }

  /** Like {@link #optionalText} and on one line. */
  public Optional<String> optionalLine(String name, int max) {
    return optionalText(name, max).map(text -> oneLine(name, text));
  }

  /** A list of texts that may be absent; each of at most {@code max} code points. */
  public List<String> texts(String name, int maxItems, int max) {
    Object value = take(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items) || !items.stream().allMatch(String.class::isInstance)) {
      add(name, "type", "This must be a list of texts.");
      return List.of();
    }
    if (items.size() > maxItems) {
      add(name, "too-many", "At most " + maxItems + ", please.");
      return List.of();
    }
    return items.stream().flatMap(item -> check(name, (String) item, max).stream()).toList();
  }

  /** A whole number that may be absent, from {@code min} to {@code max}. */
  public Optional<Integer> wholeNumber(String name, int min, int max) {
    Object value = take(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Integer number && number >= min && number <= max) {
      return Optional.of(number);
    }
    add(name, "range", "This must be a whole number from " + min + " to " + max + ".");
    return Optional.empty();
  }

  /** One of an enum's names in lower case; absent means the given default. */
  public <E extends Enum<E>> E oneOf(String name, E otherwise) {
    Object value = take(name);
    if (value == null) {
      return otherwise;
    }
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    add(name, "choice", "This must be one of the choices.");
    return otherwise;
  }

  /**
   * Ends the reading.
   *
   * @throws Failure INVALID with every broken rule, unknown fields included
   */
  public void end() {
    noteUnknown();
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }

  private void noteUnknown() {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .limit(MOST_UNKNOWN)
        .forEach(name -> violations.add(unknown()));
    parts.forEach(Fields::noteUnknown);
  }

  private Violation unknown() {
    return new Violation(place, "unknown", "There is a field that is not known here.");
  }

  private List<Fields> parts(String name, List<?> items) {
    List<Fields> read = new ArrayList<>();
    for (Object item : items) {
      String where = place + "/" + name + "/" + read.size();
      read.add(new Fields(Json.asObject(item).orElse(Map.of()), where, violations));
    }
    parts.addAll(read);
    return read;
  }

  private @Nullable Object take(String name) {
    known.add(name);
    return object.get(name);
  }

  private String oneLine(String name, String text) {
    if (!Texts.storableLine(text)) {
      add(name, "characters", "This must be on one line.");
    }
    return text;
  }

  private Optional<String> check(String name, String text, int max) {
    String trimmed = text.strip();
    if (Texts.length(trimmed) > max) {
      add(name, "too-long", "At most " + max + " characters, please.");
    } else if (!Texts.storable(trimmed)) {
      add(name, "characters", "This has characters that can't be stored.");
    } else {
      return Optional.of(trimmed);
    }
    return Optional.empty();
  }

  private boolean broken(String name) {
    return violations.stream()
        .anyMatch(violation -> violation.pointer().equals(place + "/" + name));
  }

  private void add(String name, String code, String message) {
    violations.add(new Violation(place + "/" + name, code, message));
  }
}
