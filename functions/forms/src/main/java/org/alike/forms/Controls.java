package org.alike.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a form says about its own handling: in fields whose names begin with an underscore, and in
 * those that form services use. None of them is part of the submission's content.
 *
 * @param next where the browser goes afterwards: {@code _next}
 * @param language {@code _language}
 * @param subject {@code _subject}
 * @param replyTo {@code _replyto}
 * @param trapped whether a field that people don't see was filled: {@code _gotcha}
 * @param phishing whether the page itself asks for passwords, as Webflow's script tells
 * @param partial the token of what was saved before: {@code _partial}
 * @param save whether it is only to be saved: {@code _save}
 * @param elapsed how many milliseconds the form was open: {@code _elapsed}
 * @param work what our script had the browser do: {@code _work}
 */
record Controls(
    Optional<Entry> next,
    Optional<String> language,
    Optional<String> subject,
    Optional<String> replyTo,
    boolean trapped,
    boolean phishing,
    Optional<PartialToken> partial,
    boolean save,
    OptionalLong elapsed,
    Optional<String> work) {

  /** Words for a condition, symptom or treatment that are to be kept, whatever they may mean. */
  static final String AS_TYPED = "_asTyped";

  static final String PARTIAL = "_partial";
  static final String SAVE = "_save";
  private static final String LANGUAGE = "_language";
  private static final String ELAPSED = "_elapsed";
  private static final String WORK = "_work";
  private static final List<String> NEXT = List.of("_next", "_redirect", "redirect");
  private static final List<String> SUBJECT = List.of("_subject", "subject");
  private static final List<String> REPLY_TO = List.of("_replyto", "replyto");
  private static final List<String> TRAPS =
      List.of("_gotcha", "_honeypot", "_honey", "bot-field", "botcheck");

  /** The rules that some of them keep, in the words of form definitions. */
  private static final Map<String, Field> RULES =
      Stream.of(
              Field.optional("_next", FieldType.TEXT, 2_000),
              Field.optional("_redirect", FieldType.TEXT, 2_000),
              Field.optional("redirect", FieldType.TEXT, 2_000),
              Field.optional(LANGUAGE, FieldType.TEXT, 35),
              Field.optional("_subject", FieldType.TEXT, 200),
              Field.optional("subject", FieldType.TEXT, 200),
              Field.optional("_replyto", FieldType.EMAIL, 254),
              Field.optional("replyto", FieldType.EMAIL, 254),
              Field.repeatable(AS_TYPED, FieldType.TEXT, 120, 100))
          .collect(Collectors.toUnmodifiableMap(Field::name, field -> field));

  /** Names that are never content, unless a form has a field of that name. */
  static final Set<String> NAMES =
      Stream.of(
              Stream.of("_next", "_redirect", LANGUAGE, "_subject", "_replyto", "_format"),
              Stream.of(AS_TYPED, ELAPSED, WORK, "form-name", PARTIAL, SAVE, Posted.VERSION),
              Stream.of("g-recaptcha-response", "cf-turnstile-response", "h-captcha-response"),
              TRAPS.stream())
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  /** The rule for one of them. */
  static Field rule(String name) {
    Field rule = RULES.get(name);
    return rule == null ? Field.optional(name, FieldType.LONG_TEXT, 5_000) : rule;
  }

  static Controls of(FormDefinition form, Sent sent) {
    List<Entry> controls = sent.controls();
    return new Controls(
        first(controls, NEXT),
        text(controls, List.of(LANGUAGE)),
        text(controls, SUBJECT),
        text(controls, REPLY_TO),
        controls.stream()
            .anyMatch(
                entry ->
                    (TRAPS.contains(entry.name()) || form.traps().contains(entry.name()))
                        && isFilled(entry)),
        text(controls, List.of("dolphin")).filter("true"::equals).isPresent(),
        text(controls, List.of(PARTIAL)).map(PartialToken::new),
        first(controls, List.of(SAVE)).isPresent(),
        elapsed(controls),
        text(controls, List.of(WORK)));
  }

  /** Clients that send a checkbox always send {@code false} for one that nobody ticked. */
  private static boolean isFilled(Entry entry) {
    return !entry.isBlank() && !entry.value().strip().equals("false");
  }

  private static OptionalLong elapsed(List<Entry> controls) {
    return text(controls, List.of(ELAPSED))
        .filter(text -> text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }

  private static Optional<String> text(List<Entry> controls, List<String> names) {
    return first(controls, names).map(entry -> entry.value().strip());
  }

  private static Optional<Entry> first(List<Entry> controls, List<String> names) {
    return controls.stream()
        .filter(entry -> names.contains(entry.name()) && !entry.isBlank())
        .findFirst();
  }
}
