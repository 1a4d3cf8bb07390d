package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A form that somebody has begun and not sent yet.
 *
 * @param form the form's name
 * @param entries what was filled in, and what says how to handle it once it is sent
 * @param version grows each time it is saved
 * @param saved when it was saved last
 */
record Partial(String form, List<Entry> entries, long version, Instant saved) {
  /** So long after it was saved last it is forgotten. */
  static final Duration KEPT = Duration.ofDays(30);

  /** What is true of one try to send only. */
  private static final Set<String> PASSING =
      Set.of(
          Controls.PARTIAL,
          Controls.SAVE,
          Posted.VERSION,
          "_elapsed",
          "g-recaptcha-response",
          "cf-turnstile-response",
          "h-captcha-response");

  Partial {
    entries = List.copyOf(entries);
  }

  /** The first version of what a form sent. */
  static Partial of(FormDefinition form, Sent sent, Instant now) {
    List<Entry> all = new ArrayList<>(sent.content());
    sent.controls().stream().filter(entry -> isKept(form, sent, entry)).forEach(all::add);
    List<Entry> entries =
        all.stream()
            .filter(entry -> entry.kind() != Entry.Kind.FILE && !holdsFiles(form, entry))
            .map(entry -> Entry.text(entry.name(), entry.value()))
            .toList();
    return new Partial(form.form(), entries, 1, now);
  }

  /** A file that was sent ahead is gone long before. */
  private static boolean holdsFiles(FormDefinition form, Entry entry) {
    return form.field(entry.name()).filter(field -> field.type() == FieldType.FILE).isPresent();
  }

  /** Webflow's script says more of the page than can be told from content once it is by itself. */
  private static boolean isKept(FormDefinition form, Sent sent, Entry control) {
    boolean known =
        Controls.NAMES.contains(control.name())
            || form.traps().contains(control.name())
            || sent.controls().stream().anyMatch(entry -> entry.name().equals("access_key"));
    return known && !PASSING.contains(control.name());
  }

  /** The same content as the version that follows. */
  Partial after(Partial before) {
    return new Partial(form, entries, before.version + 1, saved);
  }

  Sent sent(FormDefinition definition) {
    return Dialect.read(definition, entries);
  }

  Instant expires() {
    return saved.plus(KEPT);
  }

  String tag() {
    return "\"" + version + "\"";
  }
}
