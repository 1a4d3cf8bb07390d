package org.alike.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.EmailAddress;
import org.alike.kernel.Ids;
import org.alike.kernel.Texts;
import org.alike.kernel.Violation;

/**
 * Checks the values of one field. The codes are those that Formspree's clients know, and words of
 * the same kind where they have none; messages never hold a value. Pure.
 */
final class FieldCheck {
  private final Field field;
  private final Year today;
  private final int minimumAge;

  FieldCheck(Field field, Year today, int minimumAge) {
    this.field = field;
    this.today = today;
    this.minimumAge = minimumAge;
  }

  /** What is wrong with these, the first of it; nothing when they are fine. */
  Optional<Violation> check(List<Entry> sent) {
    Optional<Violation> unfit = sent.stream().flatMap(entry -> fit(entry).stream()).findFirst();
    if (unfit.isPresent()) {
      return unfit;
    }
    List<Entry> filled = new ArrayList<>(sent);
    filled.removeIf(Entry::isBlank);
    if (filled.isEmpty()) {
      return field.required() ? Optional.of(missing(sent.isEmpty())) : Optional.empty();
    }
    if (filled.size() > field.most()) {
      return wrong("TOO_MANY_VALUES", "At most " + field.most() + ", please.");
    }
    return filled.stream().flatMap(entry -> check(entry).stream()).findFirst();
  }

  /** Whether these can be kept as values of the field, right or not. */
  static Optional<Violation> fit(Field field, List<Entry> sent) {
    FieldCheck check = new FieldCheck(field, Year.of(1), 0);
    if (sent.stream().filter(entry -> !entry.isBlank()).count() > field.most()) {
      return check.wrong("TOO_MANY_VALUES", "At most " + field.most() + ", please.");
    }
    boolean strange = sent.stream().anyMatch(entry -> entry.kind() == Entry.Kind.OTHER);
    return strange
        ? check.wrong("TYPE_TEXT", "This must be a text.")
        : sent.stream().flatMap(entry -> check.fit(entry).stream()).findFirst();
  }

  private Violation missing(boolean absent) {
    String code = absent ? "REQUIRED_FIELD_MISSING" : "REQUIRED_FIELD_EMPTY";
    return new Violation("/" + field.name(), code, "This is needed.");
  }

  /** Blank values are kept as they were sent, so they have to fit as well. */
  private Optional<Violation> fit(Entry entry) {
    if (Texts.length(entry.value()) > field.length()) {
      return wrong("TOO_LONG", "At most " + field.length() + " characters, please.");
    }
    return Texts.storable(entry.value())
        ? Optional.empty()
        : wrong("TYPE_TEXT", "This has characters that can't be stored.");
  }

  private Optional<Violation> check(Entry entry) {
    if (entry.kind() == Entry.Kind.FILE || entry.kind() == Entry.Kind.UPLOAD) {
      return checkFile();
    }
    boolean number = entry.kind() == Entry.Kind.NUMBER && field.type().isNumber();
    if (entry.kind() != Entry.Kind.TEXT && !number) {
      return wrong("TYPE_TEXT", "This must be a text.");
    }
    String value = entry.value().strip();
    if (field.type() != FieldType.LONG_TEXT && !Texts.storableLine(value)) {
      return wrong("TYPE_TEXT", "This has characters that can't be stored.");
    }
    return checkType(value);
  }

  private Optional<Violation> checkType(String value) {
    return switch (field.type()) {
      case EMAIL ->
          EmailAddress.parse(value).isPresent()
              ? Optional.empty()
              : wrong("TYPE_EMAIL", "Enter an e-mail address such as name@example.org.");
      case PHONE ->
          isPhone(value)
              ? Optional.empty()
              : wrong("TYPE_PHONE", "Enter a phone number such as +44 20 7946 0000.");
      case NUMBER -> checkNumber(value);
      case BIRTH_YEAR -> checkNumber(value).or(() -> checkAge(new BigDecimal(value)));
      case DATE ->
          isDate(value) ? Optional.empty() : wrong("TYPE_DATE", "Enter a date such as 2026-11-23.");
      case CHOICE, MANY ->
          field.choices().contains(value)
              ? Optional.empty()
              : wrong("NOT_A_CHOICE", "This must be one of the choices.");
      case CONSENT ->
          field.version().equals(value)
              ? Optional.empty()
              : wrong("CONSENT_OUTDATED", "Please reload the page and read the current text.");
      case FILE ->
          Ids.isId(value)
              ? Optional.empty()
              : wrong("FILE_UNKNOWN", "Please choose this file again.");
      case TEXT, LONG_TEXT, CONDITION, SYMPTOM, TREATMENT -> Optional.empty();
    };
  }

  private Optional<Violation> checkFile() {
    return field.type() == FieldType.FILE
        ? Optional.empty()
        : wrong("NO_FILE_UPLOADS", "This field does not take files.");
  }

  private Optional<Violation> checkNumber(String value) {
    Bounds bounds = field.bounds();
    Optional<BigDecimal> number = bounds.read(value);
    if (number.isEmpty()) {
      return wrong(
          "TYPE_NUMERIC", "This must be a " + (bounds.whole() ? "whole " : "") + "number.");
    }
    Optional<BigDecimal> latest = bounds.latest(today.getValue());
    if (bounds.from().filter(from -> number.get().compareTo(from) < 0).isPresent()) {
      return wrong("TOO_SMALL", "This must be " + plain(bounds.from()) + " or more.");
    }
    return latest.filter(to -> number.get().compareTo(to) > 0).isPresent()
        ? wrong("TOO_LARGE", "This must be " + plain(latest) + " or less.")
        : Optional.empty();
  }

  private static String plain(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }

  /** Digits with what people put between them; how many there are is all that countries share. */
  private static boolean isPhone(String value) {
    long digits = value.chars().filter(c -> c >= '0' && c <= '9').count();
    String rest = value.startsWith("+") ? value.substring(1) : value;
    return digits >= 5
        && digits <= 20
        && rest.chars().allMatch(c -> (c >= '0' && c <= '9') || " ()-./".indexOf(c) >= 0);
  }

  private static boolean isDate(String value) {
    try {
      return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  /** Who has this year's birthday still to come counts as that old already. */
  private Optional<Violation> checkAge(BigDecimal birthYear) {
    return birthYear.compareTo(BigDecimal.valueOf((long) today.getValue() - minimumAge)) > 0
        ? wrong("TOO_YOUNG", "This is for people from the age of " + minimumAge + " on.")
        : Optional.empty();
  }

  private Optional<Violation> wrong(String code, String message) {
    return Optional.of(new Violation("/" + field.name(), code, message));
  }
}
