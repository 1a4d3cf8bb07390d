package org.alike.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Caller;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/** What an owner does with a form as a whole: look at its definition, and write it. Thread-safe. */
final class Forms {
  private static final int MOST_CHARACTERS = 64 * 1024;
  private final FormDefinitions forms;
  private final Cursors cursors;

  Forms(FormDefinitions forms, Cursors cursors) {
    this.forms = forms;
    this.cursors = cursors;
  }

  /** {@code GET /forms}: all there are, by name. */
  Answer list(Request request) {
    String binding = "forms\n" + request.inRole(OwnedForms.OWNER).id();
    String behind =
        request.query("cursor").map(cursor -> cursors.open(binding, cursor).get(0)).orElse("");
    int limit = request.limit();
    List<FormEntry> entries = forms.list(behind, limit + 1);
    List<FormEntry> shown = entries.subList(0, Math.min(limit, entries.size()));
    return Answer.ok(
        Json.of(
            "items",
            shown.stream().map(FormEntry::json).toList(),
            "next",
            entries.size() > limit
                ? cursors.seal(binding, List.of(shown.get(limit - 1).form()))
                : null));
  }

  /** {@code GET /forms/{form}}. */
  Answer show(Request request) {
    request.inRole(OwnedForms.OWNER);
    FormDefinition form =
        forms
            .current(request.path("form"))
            .orElseThrow(() -> Failure.notFound("There is no such form."));
    return Answer.ok(answer(form)).with("etag", tag(form));
  }

  /** {@code PUT /forms/{form}}: a new form, or the next version of one. */
  Answer put(Request request) {
    Caller owner = request.inRole(OwnedForms.OWNER);
    String name = request.path("form");
    Optional<FormDefinition> before = forms.current(name);
    requireCondition(request, before);
    Map<String, Object> sent =
        Captcha.withSecret(sent(request), before.flatMap(FormDefinition::captcha));
    FormDefinition form =
        FormReader.read(name, sent).at(before.map(FormDefinition::version).orElse(0L) + 1);
    if (!forms.put(form, owner.id())) {
      throw changed();
    }
    Answer answer =
        before.isPresent()
            ? Answer.ok(answer(form))
            : Answer.created("/forms/" + name, answer(form));
    return answer.with("etag", tag(form));
  }

  /** The version is in the condition; whoever sends back what they were shown has it twice. */
  private static Map<String, Object> sent(Request request) {
    if (request.body().sent().length() > MOST_CHARACTERS) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "A form's definition may have at most 64 KB.");
    }
    Map<String, Object> json = new LinkedHashMap<>(request.object());
    json.remove("version");
    return json;
  }

  private static void requireCondition(Request request, Optional<FormDefinition> before) {
    Optional<String> match = request.header("if-match");
    boolean fresh = request.header("if-none-match").filter("*"::equals).isPresent();
    if (match.isEmpty() && !fresh) {
      throw Failure.of(
          Failure.Kind.PRECONDITION_REQUIRED,
          "Please say by If-Match which version you changed, or by If-None-Match: * that the form"
              + " is new.");
    }
    boolean holds =
        match.isPresent()
            ? before.map(Forms::tag).equals(match.map(String::strip))
            : before.isEmpty();
    if (!holds) {
      throw changed();
    }
  }

  private static Failure changed() {
    return Failure.of(
        Failure.Kind.PRECONDITION_FAILED, "The form is another one by now. Nothing was changed.");
  }

  private static String tag(FormDefinition form) {
    return "\"" + form.version() + "\"";
  }

  private static Map<String, Object> answer(FormDefinition form) {
    Map<String, Object> answer = new LinkedHashMap<>(Json.of("form", form.form()));
    answer.putAll(Captcha.withoutSecret(Json.trusted(form.json())));
    answer.put("version", form.version());
    return answer;
  }
}
