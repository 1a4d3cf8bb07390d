package org.alike.forms;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A form as data: what it is for, what it asks, how long its submissions are kept, whose pages may
 * send it and where a browser may be sent afterwards.
 *
 * @param form its name, the last part of {@code /f/{form}}
 * @param title what people call it
 * @param purpose who subscribes
 * @param open whether it takes submissions
 * @param kept how long a submission is kept
 * @param origins websites whose pages may send it; none means every website's
 * @param redirects origins besides the website's own that {@code _next} may lead to
 * @param traps names of its own fields that people don't see and only machines fill
 * @param limit how much one network may send; empty for what is usual
 * @param captcha whose solved captcha it wants
 * @param fields what it asks
 * @param more whether it takes what it doesn't ask, too
 * @param json as its owner wrote it
 * @param version 0 as it ships, then growing with each change
 */
record FormDefinition(
    String form,
    String title,
    Purpose purpose,
    boolean open,
    Duration kept,
    List<String> origins,
    List<String> redirects,
    List<String> traps,
    Optional<Limit> limit,
    Optional<Captcha> captcha,
    List<Field> fields,
    boolean more,
    String json,
    long version) {

  FormDefinition {
    origins = List.copyOf(origins);
    redirects = List.copyOf(redirects);
    traps = List.copyOf(traps);
    fields = List.copyOf(fields);
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The same form with only these of its fields. */
  FormDefinition only(Set<String> names) {
    List<Field> some = fields.stream().filter(field -> names.contains(field.name())).toList();
    return new FormDefinition(
        form, title, purpose, open, kept, origins, redirects, traps, limit, captcha, some, more,
        json, version);
  }

  /** Which files the field with this name takes; none when it takes none. */
  Set<FileType> accepts(String name) {
    Optional<Field> field = field(name);
    if (field.isEmpty()) {
      return more ? FileType.USUAL : Set.of();
    }
    return field.filter(f -> f.type() == FieldType.FILE).map(Field::accept).orElse(Set.of());
  }

  /** Which files it takes in any of its fields. */
  Set<FileType> acceptsAnywhere() {
    Set<FileType> accepted = new HashSet<>(more ? FileType.USUAL : Set.of());
    fields.forEach(field -> accepted.addAll(accepts(field.name())));
    return accepted;
  }

  FormDefinition at(long other) {
    return new FormDefinition(
        form, title, purpose, open, kept, origins, redirects, traps, limit, captcha, fields, more,
        json, other);
  }

  /** Nothing that could get into a log tells what only owners know. */
  @Override
  public String toString() {
    return form + " at " + version;
  }
}
