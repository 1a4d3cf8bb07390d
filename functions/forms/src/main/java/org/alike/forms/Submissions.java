package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alike.kernel.Answer;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Request;
import org.alike.kernel.Texts;

/** Taking a submission: read it, check it, keep it, and only then answer. Thread-safe. */
final class Submissions {
  /** Shorter texts are alike by chance. */
  private static final int TELLING_TEXT = 40;

  private final FormDefinitions forms;
  private final SubmissionStore store;
  private final Attachments attachments;
  private final FormAnswers answers;
  private final Redirects redirects;
  private final AskBack askBack;
  private final CaptchaCheck captchas;
  private final int minimumAge;
  private final Limit usual;
  private final Partials partials;
  private final Crisis crisis;
  private final Ids ids;

  Submissions(
      FormDefinitions forms,
      SubmissionStore store,
      Attachments attachments,
      FormAnswers answers,
      Redirects redirects,
      AskBack askBack,
      CaptchaCheck captchas,
      int minimumAge,
      Limit usual,
      Partials partials,
      Crisis crisis,
      Ids ids) {
    this.forms = forms;
    this.store = store;
    this.attachments = attachments;
    this.answers = answers;
    this.redirects = redirects;
    this.askBack = askBack;
    this.captchas = captchas;
    this.minimumAge = minimumAge;
    this.usual = usual;
    this.partials = partials;
    this.crisis = crisis;
    this.ids = ids;
  }

  /** {@code POST /f/{form}}, and the addresses that other services' clients know. */
  Answer submit(Request request) {
    List<Entry> entries = FormBody.read(request);
    FormDefinition form = forms.taking(FormName.of(request));
    Sent sent = Dialect.read(form, entries);
    Controls controls = Controls.of(form, sent);
    if (controls.save()) {
      return partials.save(request, form, sent);
    }
    new FormCheck(form, redirects, askBack, minimumAge).check(sent, request.received());
    Limit limit = form.limit().orElse(usual);
    Trace trace = trace(form, sent, controls, limit, request);
    List<Trace> recent = store.recent(form.form(), trace.network(), trace.period(), limit);
    Rate rate = Rate.of(limit, recent, isAgain(trace, recent, request), request.received());
    if (rate.isExceeded()) {
      return rate.tell(answers.failed(Failure.tooMany((int) rate.seconds()), request));
    }
    List<Attachments.Found> files = attachments.look(form, sent);
    long copies = recent.stream().filter(other -> isCopy(trace, other)).count();
    List<String> reasons =
        captchas.reasons(form, sent, Suspicion.reasons(form, sent, controls, request, copies));
    Submission submission =
        marked(submission(form, sent, controls, reasons, request))
            .with(files.stream().map(Attachments.Found::attachment).toList());
    String next = next(form, controls);
    Function<String, Answer> answer = id -> answers.accepted(request, submission.as(id), next);
    String kept =
        store.keep(
            submission,
            trace,
            request.repeat(answer),
            id -> attachments.claim(form.form(), id, files, request.received()),
            controls.partial());
    return rate.tell(answer.apply(kept));
  }

  private Submission marked(Submission submission) {
    return submission.urgentIf(crisis.isIn(submission));
  }

  private String next(FormDefinition form, Controls controls) {
    return controls
        .next()
        .flatMap(wanted -> redirects.resolve(wanted.value().strip(), form.redirects()))
        .orElseGet(redirects::thanks);
  }

  private Submission submission(
      FormDefinition form, Sent sent, Controls controls, List<String> reasons, Request request) {
    return new Submission(
        ids.next(),
        form.form(),
        form.purpose(),
        reasons.isEmpty() ? Submission.Status.RECEIVED : Submission.Status.QUARANTINED,
        reasons,
        sent.content().stream()
            .map(entry -> new Submission.Value(entry.name(), entry.value()))
            .toList(),
        controls.language(),
        controls.subject(),
        controls.replyTo(),
        request.received(),
        request.received().plus(form.kept()),
        List.of());
  }

  /** What fell into a trap is never the same as what a person then sends. */
  private static Trace trace(
      FormDefinition form, Sent sent, Controls controls, Limit limit, Request request) {
    String network = Network.of(request.sourceAddress());
    List<String> parts = new ArrayList<>(List.of(form.form(), network));
    parts.add(Boolean.toString(controls.trapped()));
    sent.content().forEach(entry -> parts.addAll(List.of(entry.name(), entry.value())));
    Instant same = request.received().plus(Claims.SAME_FOR);
    Instant counted = request.received().plus(limit.within());
    return new Trace(
        network,
        Digest.of(parts.toArray(String[]::new)),
        longestText(sent).map(text -> Digest.of(text).substring(0, 8)).orElse(""),
        same,
        counted.isBefore(same) ? same : counted,
        Period.of(request.received(), limit.within()));
  }

  private static Optional<String> longestText(Sent sent) {
    return sent.content().stream()
        .map(entry -> entry.value().strip())
        .max(Comparator.comparingInt(Texts::length))
        .filter(text -> Texts.length(text) >= TELLING_TEXT);
  }

  private static boolean isAgain(Trace trace, List<Trace> recent, Request request) {
    return recent.stream()
        .anyMatch(
            other ->
                other.content().equals(trace.content())
                    && other.same().isAfter(request.received()));
  }

  private static boolean isCopy(Trace trace, Trace other) {
    return !trace.text().isEmpty()
        && trace.text().equals(other.text())
        && !trace.content().equals(other.content());
  }
}
