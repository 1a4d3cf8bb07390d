package org.alike.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alike.kernel.HtmlForm;
import org.alike.kernel.Violation;
import org.alike.vocabulary.Candidate;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Asks which one is meant, where a person's words for a condition, symptom or treatment mean
 * several: "diabetes", "CF". Guessing would lead them to the wrong people. Whoever means none of
 * those sends the same words once more as {@code _asTyped}, and they are kept. Thread-safe.
 */
final class AskBack {
  static final String CODE = "AMBIGUOUS";
  private final Vocabulary vocabulary;

  AskBack(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A violation for each answer that is not clear, with the choices in its message. */
  List<Violation> violations(FormDefinition form, List<Entry> entries) {
    List<Violation> violations = new ArrayList<>();
    for (Entry entry : entries) {
      List<Concept> choices = choices(form, entry, entries);
      if (!choices.isEmpty()) {
        String message = "Which one do you mean: " + listed(choices) + "?";
        violations.add(new Violation("/" + entry.name(), CODE, message));
      }
    }
    return violations;
  }

  /** The same form once more, with everything that was sent and the questions between. */
  HtmlForm form(FormDefinition form, List<Entry> entries) {
    HtmlForm again = new HtmlForm();
    for (Entry entry : entries) {
      List<Concept> choices = choices(form, entry, entries);
      if (choices.isEmpty()) {
        again.hidden(entry.name(), entry.value());
      } else {
        again.hidden(Controls.AS_TYPED, entry.value());
        again.choice(
            entry.name(),
            "You wrote “" + entry.value().strip() + "”. Which one do you mean?",
            answers(choices, entry.value()));
      }
    }
    return again;
  }

  private Map<String, String> answers(List<Concept> choices, String typed) {
    Map<String, String> answers = new LinkedHashMap<>();
    choices.forEach(concept -> answers.put(vocabulary.say(concept), vocabulary.say(concept)));
    answers.put(typed, "None of these: keep my own words");
    return answers;
  }

  private List<Concept> choices(FormDefinition form, Entry entry, List<Entry> entries) {
    Optional<Kind> kind = form.field(entry.name()).flatMap(field -> field.type().vocabulary());
    boolean askable = entry.kind() == Entry.Kind.TEXT && !keptAsTyped(entry.value(), entries);
    return kind.filter(any -> askable)
        .map(of -> vocabulary.resolve(of, entry.value()))
        .filter(Resolution.Ambiguous.class::isInstance)
        .map(several -> several.candidates().stream().map(Candidate::concept).toList())
        .filter(several -> several.size() > 1)
        .orElse(List.of());
  }

  private static boolean keptAsTyped(String value, List<Entry> entries) {
    return entries.stream()
        .anyMatch(entry -> entry.name().equals(Controls.AS_TYPED) && entry.value().equals(value));
  }

  private String listed(List<Concept> choices) {
    return choices.stream().map(vocabulary::say).collect(Collectors.joining(", "));
  }
}
