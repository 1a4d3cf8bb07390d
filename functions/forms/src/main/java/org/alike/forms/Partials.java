package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Marker;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;

/**
 * Keeping a form that somebody has begun, for people who tire: saved under a link, taken up again
 * by it, gone once it is sent. Only who has the link can read it. Scripts use its routes; a form
 * without JavaScript has a button named {@code _save}. Thread-safe.
 */
final class Partials {
  private final FormDefinitions forms;
  private final SubmissionStore submissions;
  private final PartialStore store;
  private final Links links;
  private final PartialPages pages;
  private final Crisis crisis;
  private final Limit usual;
  private final RandomGenerator random;

  Partials(
      FormDefinitions forms,
      SubmissionStore submissions,
      PartialStore store,
      Links links,
      PartialPages pages,
      Crisis crisis,
      Limit usual,
      RandomGenerator random) {
    this.forms = forms;
    this.submissions = submissions;
    this.store = store;
    this.links = links;
    this.pages = pages;
    this.crisis = crisis;
    this.usual = usual;
    this.random = random;
  }

  /** {@code POST /f/{form}/partials}. */
  Answer create(Request request) {
    FormDefinition form =
        forms
            .find(FormName.of(request))
            .orElseThrow(() -> Failure.notFound("There is no such form."));
    return create(request, form, partial(form, FormBody.read(request), request.received()));
  }

  /** The button {@code _save} of a form itself. */
  Answer save(Request request, FormDefinition form, Sent sent) {
    Partial partial = checked(form, sent, request.received());
    Optional<PartialToken> known = Controls.of(form, sent).partial();
    Optional<Partial> before = known.flatMap(store::find).filter(p -> p.form().equals(form.form()));
    String version = text(sent, Posted.VERSION);
    Optional<Partial> next =
        before
            .filter(p -> p.tag().equals(version))
            .filter(p -> store.replace(known.orElseThrow(), p, partial.after(p)))
            .map(partial::after);
    // Whatever another window has saved stays, and so does this.
    return next.isPresent()
        ? answer(request, form, known.orElseThrow(), next.get(), 200)
        : create(request, form, partial);
  }

  /** {@code GET /partials/{token}}. */
  Answer show(Request request) {
    PartialToken token = token(request);
    Partial partial = find(token);
    FormDefinition form = form(partial);
    return isPage(request)
        ? pages.show(form, token, partial, request)
        : json(request, form, token, partial, 200);
  }

  /** {@code PUT /partials/{token}}. What is as it should be already is fine. */
  Answer put(Request request) {
    String tag =
        request
            .header("if-match")
            .map(String::strip)
            .orElseThrow(
                () ->
                    Failure.of(
                        Failure.Kind.PRECONDITION_REQUIRED,
                        "Please say by If-Match which version you replace."));
    PartialToken token = token(request);
    Partial before = find(token);
    FormDefinition form = form(before);
    Partial after = partial(form, FormBody.read(request), request.received()).after(before);
    if (after.entries().equals(before.entries())) {
      return json(request, form, token, before, 200);
    }
    if (!tag.equals(before.tag()) || !store.replace(token, before, after)) {
      throw Failure.of(
          Failure.Kind.PRECONDITION_FAILED, "Another version was saved in the meantime.");
    }
    return json(request, form, token, after, 200);
  }

  /** {@code DELETE /partials/{token}}. */
  Answer delete(Request request) {
    PartialToken token = token(request);
    find(token);
    store.delete(token);
    return Answer.noContent();
  }

  /** {@code POST /partials/{token}}: the same for browsers. */
  Answer post(Request request) {
    if (!Posted.of(FormBody.read(request)).method().equals("DELETE")) {
      throw Posted.unknownMethod();
    }
    Answer done = delete(request);
    return isPage(request) ? pages.deleted(request) : done;
  }

  private Answer create(Request request, FormDefinition form, Partial partial) {
    Optional<Marker> marker = request.<String>repeat(any -> Answer.noContent()).marker("");
    PartialToken token =
        marker
            .map(m -> links.secret(m.id(), m.fingerprint()))
            .map(PartialToken::new)
            .orElseGet(() -> PartialToken.random(random));
    Trace trace = trace(form, token, request);
    Limit limit = form.limit().orElse(usual);
    List<Trace> recent =
        submissions.recent(form.form() + "/partials", trace.network(), trace.period(), limit);
    boolean again = recent.stream().anyMatch(other -> other.content().equals(trace.content()));
    Rate rate = Rate.of(limit, recent, again, request.received());
    if (rate.isExceeded()) {
      throw Failure.tooMany((int) rate.seconds());
    }
    store.create(token, partial, trace, marker);
    return rate.tell(answer(request, form, token, partial, 201));
  }

  private Trace trace(FormDefinition form, PartialToken token, Request request) {
    Instant now = request.received();
    Limit limit = form.limit().orElse(usual);
    Instant counted = now.plus(limit.within());
    Period period = Period.of(now, limit.within());
    String network = Network.of(request.sourceAddress());
    return new Trace(network, token.digest(), "", now, counted, period);
  }

  private static Partial partial(FormDefinition form, List<Entry> entries, Instant now) {
    return checked(form, Dialect.read(form, entries), now);
  }

  private static Partial checked(FormDefinition form, Sent sent, Instant now) {
    FormCheck.checkBegun(form, sent);
    return Partial.of(form, sent, now);
  }

  private Answer answer(
      Request request, FormDefinition form, PartialToken token, Partial partial, int status) {
    return isPage(request)
        ? Answer.redirect(303, Links.path(token) + "?saved=1")
        : json(request, form, token, partial, status);
  }

  private Answer json(
      Request request, FormDefinition form, PartialToken token, Partial partial, int status) {
    Function<Entry, Map<String, Object>> value =
        entry -> Json.of("name", entry.name(), "value", entry.value());
    String url = links.absolute(request, Links.path(token));
    Answer answer =
        Answer.json(
            status,
            Json.of(
                "form", form.form(),
                "title", form.title(),
                "token", token.text(),
                "url", url,
                "savedAt", partial.saved().toString(),
                "expires", partial.expires().toString(),
                "values", partial.sent(form).content().stream().map(value).toList(),
                "help", crisis.help(request, partial.sent(form)).map(Help::toJson)));
    Answer tagged = answer.with("etag", partial.tag());
    return status == 201 ? tagged.with("location", Links.path(token)) : tagged;
  }

  private Partial find(PartialToken token) {
    return store.find(token).orElseThrow(Links::unknown);
  }

  private FormDefinition form(Partial partial) {
    return forms.find(partial.form()).orElseThrow(Links::unknown);
  }

  private static PartialToken token(Request request) {
    return new PartialToken(request.path("token"));
  }

  private static String text(Sent sent, String name) {
    return sent.controls().stream()
        .filter(entry -> entry.name().equals(name))
        .map(Entry::value)
        .findFirst()
        .orElse("");
  }

  private static boolean isPage(Request request) {
    return !FormName.asksForJson(request)
        && Representation.wantedBy(request) == Representation.PAGE;
  }
}
