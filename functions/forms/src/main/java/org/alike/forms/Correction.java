package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.kernel.Failure;
import org.alike.kernel.Violation;

/**
 * What becomes of a submission when its sender sends some of its fields again: a field's values
 * take the place of the ones it had, all others stay as they are. Pure.
 */
final class Correction {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_ENTRIES = 200;

  private final FormDefinition form;
  private final Redirects redirects;
  private final AskBack askBack;
  private final int minimumAge;

  Correction(FormDefinition form, Redirects redirects, AskBack askBack, int minimumAge) {
    this.form = form;
    this.redirects = redirects;
    this.askBack = askBack;
    this.minimumAge = minimumAge;
  }

  /**
   * The submission as it is to be.
   *
   * @throws Failure INVALID with every broken rule, as when it was sent first
   */
  Submission apply(Submission before, List<Entry> sent, Instant now) {
    Sent read = Dialect.read(form, sent);
    List<Entry> content = merged(before, read.content());
    requireRoom(content);
    List<Violation> violations = violations(before, read, now);
    if (new Sent(content, List.of()).isEmpty()) {
      violations.add(FormCheck.EMPTY);
    }
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
    Submission after = before.saying(values(content), Suspicion.ofTexts(content));
    requireTheMailbox(before, after);
    return after;
  }

  /** Only what is to change is checked: the form may ask something else by now. */
  private List<Violation> violations(Submission before, Sent read, Instant now) {
    Set<String> changed = new HashSet<>();
    List<Violation> refused = new ArrayList<>();
    for (Entry entry : read.content()) {
      if (!textsOf(entry.name(), read.content()).equals(before.texts(entry.name()))) {
        changed.add(entry.name());
      }
    }
    List<Entry> content =
        read.content().stream().filter(entry -> changed.contains(entry.name())).toList();
    changed.stream().filter(name -> isFile(name, before)).forEach(name -> refused.add(fixed(name)));
    if (!refused.isEmpty()) {
      return refused;
    }
    FormDefinition part = form.only(changed);
    FormCheck check = new FormCheck(part, redirects, askBack, minimumAge);
    List<Violation> violations = new ArrayList<>(check.broken(new Sent(content, List.of()), now));
    if (violations.isEmpty()) {
      violations.addAll(askBack.violations(part, withControls(content, before, read)));
    }
    return violations;
  }

  /** Everything in the order it had; fields that are new come last. */
  static List<Entry> merged(Submission before, List<Entry> sent) {
    Map<String, List<Entry>> byName = new LinkedHashMap<>();
    sent.forEach(entry -> byName.computeIfAbsent(entry.name(), n -> new ArrayList<>()).add(entry));
    List<Entry> merged = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Submission.Value value : before.values()) {
      List<Entry> instead = byName.get(value.name());
      if (instead == null) {
        merged.add(Entry.text(value.name(), value.value()));
      } else if (placed.add(value.name())) {
        merged.addAll(instead);
      }
    }
    byName.forEach(
        (name, entries) -> {
          if (!placed.contains(name)) {
            merged.addAll(entries);
          }
        });
    return merged;
  }

  private static List<Submission.Value> values(List<Entry> content) {
    return content.stream()
        .map(entry -> new Submission.Value(entry.name(), entry.value()))
        .toList();
  }

  /** A file is looked at and claimed when a form is sent; by a text it can't be. */
  private boolean isFile(String name, Submission before) {
    boolean takesFiles = form.field(name).filter(f -> f.type() == FieldType.FILE).isPresent();
    return takesFiles || before.hasFilesIn(name);
  }

  private static Violation fixed(String name) {
    return new Violation(
        "/" + name, "FIXED", "Files can't be changed. Withdraw this and send anew.");
  }

  /** What was taken once need not be asked back again. */
  private static List<Entry> withControls(List<Entry> content, Submission before, Sent read) {
    List<Entry> all = new ArrayList<>(content);
    all.addAll(read.controls());
    before.values().forEach(value -> all.add(Entry.text(Controls.AS_TYPED, value.value())));
    return all;
  }

  private static List<String> textsOf(String name, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.name().equals(name)).map(Entry::value).toList();
  }

  private static void requireRoom(List<Entry> content) {
    long bytes = content.stream().mapToLong(Correction::bytes).sum();
    if (bytes > MOST_BYTES || content.size() > MOST_ENTRIES) {
      throw Failure.of(
          Failure.Kind.TOO_LARGE, "A submission may have at most 200 values and 256 KB.");
    }
  }

  private static long bytes(Entry entry) {
    return (long) entry.name().getBytes(StandardCharsets.UTF_8).length
        + entry.value().getBytes(StandardCharsets.UTF_8).length;
  }

  /** A letter went to the mailbox, and its owner can have the signup erased: it can't change. */
  private static void requireTheMailbox(Submission before, Submission after) {
    if (before.sender().isPresent() && !after.sender().equals(before.sender())) {
      throw Failure.invalid(
          "/email",
          "FIXED",
          "This can't be changed. To use another address, withdraw this and sign up anew.");
    }
  }
}
