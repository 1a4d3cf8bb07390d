package org.alike.forms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Request;

/** Taking a submission: read it, check it, keep it, and only then answer. Thread-safe. */
final class Submissions {
  /** A second click, or a reload of the answer, within this time is the same submission. */
  private static final Duration SAME = Duration.ofMinutes(1);

  private final FormDefinitions forms;
  private final SubmissionStore store;
  private final FormAnswers answers;
  private final Redirects redirects;
  private final AskBack askBack;
  private final int minimumAge;
  private final Ids ids;

  Submissions(
      FormDefinitions forms,
      SubmissionStore store,
      FormAnswers answers,
      Redirects redirects,
      AskBack askBack,
      int minimumAge,
      Ids ids) {
    this.forms = forms;
    this.store = store;
    this.answers = answers;
    this.redirects = redirects;
    this.askBack = askBack;
    this.minimumAge = minimumAge;
    this.ids = ids;
  }

  /** {@code POST /f/{form}}. */
  Answer submit(Request request) {
    FormDefinition form =
        forms
            .find(request.path("form"))
            .orElseThrow(() -> Failure.notFound("There is no such form."));
    List<Entry> entries = FormBody.read(request);
    new FormCheck(form, redirects, askBack, minimumAge).check(entries, request.received());
    Controls controls = Controls.of(entries);
    Submission submission = submission(form, entries, controls, request);
    String next =
        controls
            .next()
            .flatMap(wanted -> redirects.resolve(wanted, form.redirects()))
            .orElseGet(redirects::thanks);
    String kept =
        store.keep(
            submission,
            sameness(submission, request),
            request.received().plus(SAME),
            request.repeat(id -> answers.accepted(request, id, next)));
    return answers.accepted(request, kept, next);
  }

  private Submission submission(
      FormDefinition form, List<Entry> entries, Controls controls, Request request) {
    boolean trapped = controls.trapped();
    return new Submission(
        ids.next(),
        form.form(),
        form.purpose(),
        trapped ? Submission.Status.QUARANTINED : Submission.Status.RECEIVED,
        trapped ? Optional.of("honeypot") : Optional.empty(),
        entries.stream()
            .filter(entry -> !Controls.isControl(entry.name()))
            .map(entry -> new Submission.Value(entry.name(), entry.value()))
            .toList(),
        controls.language(),
        controls.subject(),
        controls.replyTo(),
        request.received(),
        request.received().plus(form.kept()));
  }

  private static String sameness(Submission submission, Request request) {
    List<String> parts = new ArrayList<>();
    parts.add(submission.form());
    parts.add(submission.status().name());
    parts.add(Network.of(request.sourceAddress()));
    submission.values().forEach(value -> parts.addAll(List.of(value.name(), value.value())));
    return Digest.of(parts.toArray(String[]::new));
  }
}
