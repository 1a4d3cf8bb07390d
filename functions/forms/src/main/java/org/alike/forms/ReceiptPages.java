package org.alike.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.HtmlPage;
import org.alike.kernel.Problem;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;
import org.alike.kernel.Violation;

/** The pages by which people see, correct and withdraw what they sent. Thread-safe. */
final class ReceiptPages {
  private static final String PATCH = "PATCH";
  private static final String DELETE = "DELETE";
  private final FormDefinitions forms;
  private final ReceiptStore store;
  private final Links links;
  private final Redirects redirects;
  private final AskBack askBack;
  private final Crisis crisis;

  ReceiptPages(
      FormDefinitions forms,
      ReceiptStore store,
      Links links,
      Redirects redirects,
      AskBack askBack,
      Crisis crisis) {
    this.forms = forms;
    this.store = store;
    this.links = links;
    this.redirects = redirects;
    this.askBack = askBack;
    this.crisis = crisis;
  }

  /** What was sent, as a form; or one of the questions before something that can't be undone. */
  Answer show(FormDefinition form, Held held, Request request) {
    Wording words = words(held, request);
    return switch (request.query("ask").orElse("")) {
      case "withdraw" -> ask(words, "withdraw", links.path(held.receipt()), held);
      case "revoke" -> ask(words, "revoke", links.path(held.receipt()) + "/link", held);
      default -> {
        Page page = Page.titled(words, words.say("receipt"));
        if (request.query("saved").isPresent()) {
          page.news(words.say("receipt-saved"));
        }
        crisis.help(request, held.submission()).ifPresent(page::help);
        List<Entry> values = Correction.merged(held.submission(), List.of());
        yield receipt(page, form, held, values, Map.of(), words).answer(200);
      }
    };
  }

  /** The page that thanks. */
  Answer thanks(FormDefinition form, Held held, Request request) {
    Wording words = words(held, request);
    Page page = Page.titled(words, words.say("thanks"));
    crisis.help(request, held.submission()).ifPresent(page::help);
    if (held.submission().purpose() == Purpose.SIGNUP) {
      page.text(words.say("thanks-mail"));
    }
    page.text(words.say("thanks-receipt", words.day(held.submission().expires())))
        .link(links.path(held.receipt()), words.say("thanks-link"));
    Optional<String> next =
        request.query("next").flatMap(to -> redirects.resolve(to, form.redirects()));
    next.ifPresentOrElse(
        to -> page.link(to, words.say("on")), () -> page.link(redirects.home(), words.say("home")));
    return page.answer(200);
  }

  Answer revoked(Request request) {
    Wording words = Wording.of(request, Optional.empty());
    return Page.titled(words, words.say("revoke-done"))
        .text(words.say("revoke-done-what"))
        .link(redirects.home(), words.say("home"))
        .answer(200);
  }

  /** Tells a failure as a page to people, with what they typed, and as a problem to programs. */
  Answer explain(Failure failure, Request request) {
    if (Representation.wantedBy(request) != Representation.PAGE) {
      return Problem.answer(failure, request.id());
    }
    boolean correction = request.routeKey().equals("POST /receipts/{token}");
    boolean typed =
        failure.kind() == Failure.Kind.INVALID
            || failure.kind() == Failure.Kind.PRECONDITION_FAILED;
    return correction && typed
        ? onceMore(failure, request).orElseGet(() -> simple(failure, request))
        : simple(failure, request);
  }

  private Answer simple(Failure failure, Request request) {
    Wording words = Wording.of(request, Optional.empty());
    boolean withdrawn = failure.kind() == Failure.Kind.GONE;
    Page page =
        withdrawn
            ? Page.titled(words, words.say("withdraw-done")).text(words.say("withdraw-done-what"))
            : Page.titled(words, words.say("failed"))
                .text(failure.detail())
                .list(failure.violations().stream().map(Violation::message).toList());
    Answer answer = page.link(redirects.home(), words.say("home")).answer(failure.kind().status());
    for (Map.Entry<String, String> header : failure.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private Optional<Answer> onceMore(Failure failure, Request request) {
    return store
        .find(links.receipt(request))
        .flatMap(
            held ->
                forms
                    .find(held.submission().form())
                    .map(form -> onceMore(failure, request, form, held)));
  }

  private Answer onceMore(Failure failure, Request request, FormDefinition form, Held held) {
    Wording words = words(held, request);
    Posted posted = Posted.of(FormBody.read(request));
    Map<String, String> errors = new LinkedHashMap<>();
    failure
        .violations()
        .forEach(v -> errors.putIfAbsent(v.pointer().replaceFirst("^/", ""), v.message()));
    if (failure.violations().stream().anyMatch(v -> v.code().equals(AskBack.CODE))) {
      return question(form, FormBody.read(request));
    }
    boolean invalid = failure.kind() == Failure.Kind.INVALID;
    Page page =
        Page.titled(words, invalid ? words.say("wrong") : words.say("receipt"))
            .news(invalid ? failure.detail() : words.say("changed"));
    List<Entry> typed =
        Correction.merged(held.submission(), Dialect.read(form, posted.inputs()).content());
    return receipt(page, form, held, typed, errors, words).answer(failure.kind().status());
  }

  private Answer question(FormDefinition form, List<Entry> entries) {
    return HtmlPage.titled("One more question")
        .text("Some words mean more than one thing. Nothing is changed until you have chosen.")
        .form(askBack.form(form, entries), "Save", "")
        .answer(Failure.Kind.INVALID.status());
  }

  private Page receipt(
      Page page,
      FormDefinition form,
      Held held,
      List<Entry> values,
      Map<String, String> errors,
      Wording words) {
    Submission sent = held.submission();
    page.text(form.title())
        .text(words.say("receipt-sent", words.day(sent.receivedAt()), words.day(sent.expires())));
    held.corrected().ifPresent(at -> page.text(words.say("receipt-corrected", words.day(at))));
    page.text(words.say("receipt-secret"))
        .list(errors.containsKey("") ? List.of(errors.getOrDefault("", "")) : List.of());
    String path = links.path(held.receipt());
    PageForm inputs = new PageForm(path).hidden(Posted.VERSION, held.tag());
    List<Entry> said = values.stream().map(entry -> said(entry, sent)).toList();
    new Inputs(form, said, errors, field -> isFixed(field, sent), words).addTo(inputs);
    inputs.button(words.say("receipt-save"), Posted.METHOD, PATCH, false);
    return page.form(inputs, "")
        .link(path + "?ask=withdraw", words.say("withdraw"))
        .link(path + "?ask=revoke", words.say("revoke"))
        .link(redirects.home(), words.say("home"));
  }

  private Answer ask(Wording words, String what, String path, Held held) {
    PageForm yes =
        new PageForm(path).button(words.say(what + "-yes"), Posted.METHOD, DELETE, false);
    return Page.titled(words, words.say(what + "-ask"))
        .text(words.say(what + "-what"))
        .form(yes, "")
        .link(links.path(held.receipt()), words.say("back"))
        .answer(200);
  }

  /** What was agreed to, files, and the mailbox of a signup are not changed by typing. */
  private static boolean isFixed(Field field, Submission sent) {
    return field.type() == FieldType.CONSENT
        || field.type() == FieldType.FILE
        || sent.hasFilesIn(field.name())
        || (sent.sender().isPresent() && field.name().equals("email"));
  }

  private static Entry said(Entry entry, Submission sent) {
    String text = sent.said(new Submission.Value(entry.name(), entry.value()));
    return new Entry(entry.name(), text, entry.kind(), entry.file());
  }

  private static Wording words(Held held, Request request) {
    return Wording.of(request, held.submission().language());
  }
}
