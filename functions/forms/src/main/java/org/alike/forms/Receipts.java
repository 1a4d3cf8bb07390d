package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;

/**
 * What people do with what they sent, by a link and without an account: see it, correct it,
 * withdraw it, or let the link end. Browsers without JavaScript say so by {@code _method} in a
 * POST. Thread-safe.
 */
final class Receipts {
  private static final int MOST_CHARACTERS = 512 * 1024;
  private static final int ATTEMPTS = 4;
  private final FormDefinitions forms;
  private final ReceiptStore store;
  private final Links links;
  private final ReceiptPages pages;
  private final Redirects redirects;
  private final AskBack askBack;
  private final Crisis crisis;
  private final int minimumAge;

  Receipts(
      FormDefinitions forms,
      ReceiptStore store,
      Links links,
      ReceiptPages pages,
      Redirects redirects,
      AskBack askBack,
      Crisis crisis,
      int minimumAge) {
    this.forms = forms;
    this.store = store;
    this.links = links;
    this.pages = pages;
    this.redirects = redirects;
    this.askBack = askBack;
    this.crisis = crisis;
    this.minimumAge = minimumAge;
  }

  /** {@code GET /receipts/{token}}. */
  Answer show(Request request) {
    Held held = held(request);
    FormDefinition form = form(held);
    return isPage(request) ? pages.show(form, held, request) : answer(request, form, held);
  }

  /** {@code GET /receipts/{token}/thanks}: what a browser is shown that posted by itself. */
  Answer thank(Request request) {
    Held held = held(request);
    return pages.thanks(form(held), held, request);
  }

  /** {@code PATCH /receipts/{token}}. */
  Answer patch(Request request) {
    String tag =
        request
            .header("if-match")
            .map(String::strip)
            .orElseThrow(
                () ->
                    Failure.of(
                        Failure.Kind.PRECONDITION_REQUIRED,
                        "Please say by If-Match which state you correct."));
    return corrected(request, tag, held -> sent(request));
  }

  /** {@code DELETE /receipts/{token}}; again is fine. */
  Answer delete(Request request) {
    withdraw(links.receipt(request), request.received());
    return Answer.noContent();
  }

  /** {@code DELETE /receipts/{token}/link}; again is fine. */
  Answer revoke(Request request) {
    store.revoke(links.receipt(request));
    return Answer.noContent();
  }

  /** {@code POST /receipts/{token}}: the same for browsers. */
  Answer post(Request request) {
    List<Entry> entries = FormBody.read(request);
    Posted posted = Posted.of(entries);
    return switch (posted.method()) {
      case "PATCH" ->
          isPage(request)
              ? saved(request, posted)
              : corrected(request, posted.version(), posted::changes);
      case "DELETE" -> isPage(request) ? withdrawn(request) : delete(request);
      default -> throw Posted.unknownMethod();
    };
  }

  /** {@code POST /receipts/{token}/link}. */
  Answer postLink(Request request) {
    if (!Posted.of(FormBody.read(request)).method().equals("DELETE")) {
      throw Posted.unknownMethod();
    }
    Answer done = revoke(request);
    return isPage(request) ? pages.revoked(request) : done;
  }

  private Answer saved(Request request, Posted posted) {
    Held held = correct(request, posted.version(), posted::changes);
    return Answer.redirect(303, links.path(held.receipt()) + "?saved=1");
  }

  private Answer withdrawn(Request request) {
    Receipt receipt = links.receipt(request);
    withdraw(receipt, request.received());
    return Answer.redirect(303, links.path(receipt));
  }

  private Answer corrected(Request request, String tag, Changes changes) {
    Held held = correct(request, tag, changes);
    return answer(request, form(held), held);
  }

  /** What somebody wants to be different, which may depend on what is there. */
  private interface Changes {
    List<Entry> of(Held held);
  }

  /** What is as it should be already is fine, whoever made it so: the first answer may be lost. */
  private Held correct(Request request, String tag, Changes changes) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Held held = held(request);
      Correction correction = new Correction(form(held), redirects, askBack, minimumAge);
      Submission corrected =
          correction.apply(held.submission(), changes.of(held), request.received());
      Submission after = corrected.urgentIf(crisis.isIn(corrected));
      if (after.saysTheSame(held.submission())) {
        return held;
      }
      if (!tag.equals("*") && !tag.equals(held.tag())) {
        throw Failure.of(
            Failure.Kind.PRECONDITION_FAILED,
            "It was changed in the meantime. Nothing was changed now.");
      }
      if (store.correct(held, after, request.received())) {
        return new Held(after, held.version() + 1, Optional.of(request.received()));
      }
    }
    throw Failure.unavailable(1);
  }

  private void withdraw(Receipt receipt, Instant at) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Held> held = store.find(receipt);
      if (held.isEmpty() && !store.isWithdrawn(receipt)) {
        throw Links.unknown();
      }
      if (held.isEmpty() || store.withdraw(held.get(), at)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  private Held held(Request request) {
    Receipt receipt = links.receipt(request);
    return store
        .find(receipt)
        .orElseThrow(
            () ->
                store.isWithdrawn(receipt)
                    ? Failure.of(Failure.Kind.GONE, "This was withdrawn.")
                    : Links.unknown());
  }

  private FormDefinition form(Held held) {
    return forms.find(held.submission().form()).orElseThrow(Links::unknown);
  }

  private static boolean isPage(Request request) {
    return Representation.wantedBy(request) == Representation.PAGE;
  }

  /** An empty list empties the field. */
  private static List<Entry> sent(Request request) {
    if (request.body().sent().length() > MOST_CHARACTERS) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "A submission may have at most 256 KB.");
    }
    Map<String, Object> values =
        Json.asObject(request.object().get("values"))
            .filter(map -> !map.isEmpty())
            .orElseThrow(
                () ->
                    Failure.invalid(
                        "/values", "REQUIRED_FIELD_MISSING", "Say which values to change."));
    Map<String, Object> full = new LinkedHashMap<>(values);
    full.replaceAll((name, value) -> value instanceof List<?> l && l.isEmpty() ? "" : value);
    return FormBody.json(full);
  }

  private Answer answer(Request request, FormDefinition form, Held held) {
    Submission submission = held.submission();
    List<Map<String, Object>> values = new ArrayList<>();
    for (Submission.Value value : submission.values()) {
      String label = form.field(value.name()).map(Field::label).orElse(value.name());
      values.add(Json.of("name", value.name(), "label", label, "value", value.value()));
    }
    return Answer.ok(
            Json.of(
                "form", submission.form(),
                "title", form.title(),
                "state", "received",
                "receivedAt", submission.receivedAt().toString(),
                "correctedAt", held.corrected().map(Instant::toString),
                "expires", submission.expires().toString(),
                "replyTo", submission.replyTo(),
                "values", values,
                "help", crisis.help(request, submission).map(Help::toJson)))
        .with("etag", held.tag());
  }
}
