package org.alike.forms;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.alike.kernel.Failure;
import org.alike.kernel.Texts;
import org.alike.kernel.Violation;

/**
 * Checks a whole form, so that one answer names everything that is wrong with it. A field that the
 * form doesn't define is refused as well, unless the form says that it takes more: nothing that is
 * sent is dropped in silence. Pure.
 */
final class FormCheck {
  private static final int MAX_NAME = 256;
  private static final int MOST_UNKNOWN = 10;
  static final Violation EMPTY = new Violation("", "EMPTY", "There is nothing in this form.");
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
  void check(Sent sent, Instant now) {
    List<Violation> violations = new ArrayList<>(broken(sent, now));
    if (violations.isEmpty() && sent.isEmpty()) {
      violations.add(EMPTY);
    }
    // A page that asks back could not hand on a file.
    if (violations.isEmpty() && !sent.bringsFiles()) {
      violations.addAll(askBack.violations(form, sent.all()));
    }
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }

  /** The rules that single fields break. */
  List<Violation> broken(Sent sent, Instant now) {
    Year today = Year.from(now.atOffset(ZoneOffset.UTC));
    List<Violation> violations = new ArrayList<>(unknown(form, sent.content()));
    for (Field field : form.fields()) {
      List<Entry> values = named(field.name(), sent.content());
      new FieldCheck(field, today, minimumAge).check(values).ifPresent(violations::add);
    }
    sent.controls().stream()
        .map(Entry::name)
        .distinct()
        .map(Controls::rule)
        .flatMap(
            rule ->
                new FieldCheck(rule, today, minimumAge)
                    .check(named(rule.name(), sent.controls())).stream())
        .forEach(violations::add);
    Controls.of(form, sent)
        .next()
        .filter(next -> redirects.resolve(next.value().strip(), form.redirects()).isEmpty())
        .map(FormCheck::astray)
        .ifPresent(violations::add);
    return violations;
  }

  /**
   * Checks what was begun and is only to be saved: it must fit, and need not be whole or right.
   *
   * @throws Failure INVALID with every broken rule
   */
  static void checkBegun(FormDefinition form, Sent sent) {
    List<Entry> texts = new ArrayList<>(sent.content());
    texts.removeIf(entry -> entry.kind() == Entry.Kind.FILE);
    List<Violation> violations = new ArrayList<>(unknown(form, texts));
    for (Field field : form.fields()) {
      FieldCheck.fit(field, named(field.name(), texts)).ifPresent(violations::add);
    }
    sent.controls().stream()
        .flatMap(entry -> FieldCheck.fit(Controls.rule(entry.name()), List.of(entry)).stream())
        .forEach(violations::add);
    if (violations.isEmpty() && new Sent(texts, List.of()).isEmpty()) {
      violations.add(EMPTY);
    }
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
  }

  private static Violation astray(Entry next) {
    String message = "This may only lead to the form's own website.";
    return new Violation("/" + next.name(), "REDIRECT_NOT_ALLOWED", message);
  }

  /** Names come from outside too: an unknown one is told by its place, not by itself. */
  private static List<Violation> unknown(FormDefinition form, List<Entry> entries) {
    List<Violation> unknown = new ArrayList<>();
    for (int i = 0; i < entries.size() && unknown.size() < MOST_UNKNOWN; i++) {
      Entry entry = entries.get(i);
      if (Texts.length(entry.name()) > MAX_NAME) {
        unknown.add(at(i, "NAME_TOO_LONG", "has a name of more than 256 characters."));
      } else if (entry.kind() == Entry.Kind.FILE && form.accepts(entry.name()).isEmpty()) {
        unknown.add(at(i, "NO_FILE_UPLOADS", "is a file; this form does not take files there."));
      } else if (form.field(entry.name()).isEmpty()) {
        addIfUnfit(form, unknown, i, entry);
      }
    }
    return unknown;
  }

  private static void addIfUnfit(
      FormDefinition form, List<Violation> unknown, int place, Entry entry) {
    if (!form.more()) {
      unknown.add(at(place, "UNKNOWN_FIELD", "is not one that this form has."));
    } else if (!Texts.storableLine(entry.name()) || !Texts.storable(entry.value())) {
      unknown.add(at(place, "TYPE_TEXT", "has characters that can't be stored."));
    } else if (entry.kind() == Entry.Kind.OTHER) {
      unknown.add(at(place, "TYPE_TEXT", "is neither a text nor a number."));
    }
  }

  private static Violation at(int place, String code, String message) {
    return new Violation("", code, "Field number " + (place + 1) + " " + message);
  }

  private static List<Entry> named(String name, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.name().equals(name)).toList();
  }
}
