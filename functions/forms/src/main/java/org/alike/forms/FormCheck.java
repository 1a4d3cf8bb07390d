package org.alike.forms;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alike.kernel.Failure;
import org.alike.kernel.Texts;
import org.alike.kernel.Violation;

/**
 * Checks a whole form, so that one answer names everything that is wrong with it. A field that the
 * form doesn't define is refused as well: nothing that is sent is dropped in silence. Pure.
 */
final class FormCheck {
  private static final int MAX_NAME = 256;
  private static final int MOST_UNKNOWN = 10;
  private final FormDefinition form;
  private final Redirects redirects;
  private final AskBack askBack;
  private final int minimumAge;

  FormCheck(FormDefinition form, Redirects redirects, AskBack askBack, int minimumAge) {
    this.form = form;
    this.redirects = redirects;
    this.askBack = askBack;
    this.minimumAge = minimumAge;
  }

  /**
   * Ends quietly when all is well.
   *
   * @throws Failure INVALID with every broken rule
   */
  void check(List<Entry> entries, Instant now) {
    Year today = Year.from(now.atOffset(ZoneOffset.UTC));
    List<Violation> violations = new ArrayList<>(unknown(entries));
    Stream.concat(form.fields().stream(), Controls.FIELDS.stream())
        .flatMap(
            field -> new FieldCheck(field, today, minimumAge).check(of(field, entries)).stream())
        .forEach(violations::add);
    boolean astray =
        Controls.of(entries).next().stream()
            .anyMatch(next -> redirects.resolve(next, form.redirects()).isEmpty());
    if (astray) {
      String message = "This may only lead to the form's own website.";
      violations.add(new Violation("/" + Controls.NEXT, "REDIRECT_NOT_ALLOWED", message));
    }
    if (violations.isEmpty()) {
      violations.addAll(askBack.violations(form, entries));
    }
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }

  /** Names come from outside too: an unknown one is told by its place, not by itself. */
  private List<Violation> unknown(List<Entry> entries) {
    List<Violation> unknown = new ArrayList<>();
    for (int i = 0; i < entries.size() && unknown.size() < MOST_UNKNOWN; i++) {
      Entry entry = entries.get(i);
      if (Texts.length(entry.name()) > MAX_NAME) {
        unknown.add(at(i, "NAME_TOO_LONG", "has a name of more than 256 characters."));
      } else if (entry.kind() == Entry.Kind.FILE) {
        unknown.add(at(i, "NO_FILE_UPLOADS", "is a file; this form does not take files."));
      } else if (!isKnown(entry.name())) {
        unknown.add(at(i, "UNKNOWN_FIELD", "is not one that this form has."));
      }
    }
    return unknown;
  }

  private static Violation at(int place, String code, String message) {
    return new Violation("", code, "Field number " + (place + 1) + " " + message);
  }

  private boolean isKnown(String name) {
    return form.field(name).isPresent()
        || Controls.FIELDS.stream().anyMatch(field -> field.name().equals(name));
  }

  private static List<Entry> of(Field field, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.name().equals(field.name())).toList();
  }
}
