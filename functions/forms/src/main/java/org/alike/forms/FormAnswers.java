package org.alike.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.HtmlPage;
import org.alike.kernel.Json;
import org.alike.kernel.Problem;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;
import org.alike.kernel.Violation;

/**
 * How a form is answered: a browser that posts by itself is sent on or shown a page, a script gets
 * JSON that the clients of Formspree, Web3Forms, Formcarry and Webflow all understand. No answer
 * shows what was sent. Pure; thread-safe.
 */
final class FormAnswers {
  private static final String THANKS = "Thank you! Your submission has been received!";
  private static final String SIGN_FILE = "/signFile";
  private final FormDefinitions forms;
  private final Redirects redirects;
  private final AskBack askBack;
  private final Links links;
  private final Crisis crisis;

  FormAnswers(
      FormDefinitions forms, Redirects redirects, AskBack askBack, Links links, Crisis crisis) {
    this.forms = forms;
    this.redirects = redirects;
    this.askBack = askBack;
    this.links = links;
    this.crisis = crisis;
  }

  /** The submission is stored. */
  Answer accepted(Request request, Submission submission, String next) {
    Receipt receipt = new Receipt(submission.form(), submission.id());
    if (wantsPage(request)) {
      return Answer.redirect(303, next(request, receipt, next, submission.urgent()));
    }
    return Answer.ok(
        Json.of(
            "ok",
            true,
            "success",
            true,
            "code",
            200,
            "message",
            THANKS,
            "next",
            next,
            "submissionId",
            receipt.submission(),
            "receipt",
            links.absolute(request, links.path(receipt)),
            "help",
            crisis.help(request, submission).map(Help::toJson)));
  }

  /**
   * Where a browser goes on. Our own page that thanks has the receipt in it, without JavaScript;
   * another page of our website gets it behind a {@code #}, where no server sees it; and other
   * websites don't, for with it they could see and change what was sent. Whoever may be in danger
   * is shown help first, and led on from there.
   */
  private String next(Request request, Receipt receipt, String next, boolean urgent) {
    boolean thanks = next.equals(redirects.thanks());
    if (thanks || urgent) {
      return links.thanks(receipt, Optional.of(next).filter(to -> !thanks));
    }
    boolean room = redirects.isOwn(next) && next.indexOf('#') < 0;
    String address = links.absolute(request, links.path(receipt));
    return room ? next + "#receipt=" + URLEncoder.encode(address, StandardCharsets.UTF_8) : next;
  }

  /** Nothing was stored. */
  Answer failed(Failure failure, Request request) {
    return wantsPage(request) ? page(failure, request) : json(failure, request);
  }

  private static boolean wantsPage(Request request) {
    return !FormName.asksForJson(request)
        && !isAboutFiles(request)
        && Representation.wantedBy(request) == Representation.PAGE;
  }

  /** Only scripts ask there, and they take whatever comes. */
  private static boolean isAboutFiles(Request request) {
    return request.routeKey().endsWith(SIGN_FILE) || request.routeKey().endsWith("/uploads");
  }

  /**
   * The fields of a problem and those of form services side by side. Its media type is a problem's,
   * but plain JSON for the form services' own clients, some of which look for that.
   */
  private Answer json(Failure failure, Request request) {
    Answer problem = Problem.answer(failure, request.id());
    Map<String, Object> both = new LinkedHashMap<>(Json.trusted(problem.body()));
    both.put("ok", false);
    both.put("success", false);
    both.put("code", problem.status());
    both.put("error", failure.detail());
    both.put("message", failure.detail());
    both.put("errors", errors(failure));
    if (request.routeKey().endsWith(SIGN_FILE)) {
      both.putAll(Uploads.webflowMessage(failure));
    }
    Answer answer = new Answer(problem.status(), problem.headers(), Json.write(both));
    boolean formClient =
        request.header("formspree-client").isPresent()
            || request.header("x-requested-with").isPresent();
    return formClient ? answer.with("content-type", "application/json; charset=utf-8") : answer;
  }

  private static List<Map<String, Object>> errors(Failure failure) {
    if (failure.violations().isEmpty()) {
      String code = code(failure.kind());
      return List.of(Json.of("code", code, "pointer", "", "message", failure.detail()));
    }
    return failure.violations().stream().map(FormAnswers::error).toList();
  }

  /** Formspree's word where it has one. */
  private static String code(Failure.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> "FORM_NOT_FOUND";
      case FORBIDDEN -> "INACTIVE";
      case TOO_LARGE -> "FILES_TOO_BIG";
      default -> kind.name();
    };
  }

  private static Map<String, Object> error(Violation violation) {
    String field = violation.pointer().startsWith("/") ? violation.pointer().substring(1) : "";
    return Json.of(
        "code", violation.code(),
        "field", field.isEmpty() ? null : field,
        "pointer", violation.pointer(),
        "message", violation.message());
  }

  private Answer page(Failure failure, Request request) {
    boolean unclear =
        failure.violations().stream().anyMatch(wrong -> wrong.code().equals(AskBack.CODE));
    return unclear ? question(failure, request) : explanation(failure, request);
  }

  /** Shows people their own words, and nobody else: the answer of a POST is never kept. */
  private Answer question(Failure failure, Request request) {
    FormDefinition form = forms.find(FormName.of(request)).orElseThrow();
    List<Entry> entries = Dialect.read(form, FormBody.read(request)).all();
    return HtmlPage.titled("One more question")
        .text("Some words mean more than one thing. Nothing is sent until you have chosen.")
        .form(askBack.form(form, entries), "Send", redirects.origins(form.redirects()))
        .answer(failure.kind().status());
  }

  private Answer explanation(Failure failure, Request request) {
    List<String> items = new ArrayList<>();
    for (Violation violation : failure.violations()) {
      items.add(label(violation, request) + violation.message());
    }
    boolean invalid = failure.kind() == Failure.Kind.INVALID;
    HtmlPage page =
        HtmlPage.titled(invalid ? "Please check your answers" : "Oops! Something went wrong")
            .text(failure.detail())
            .list(items)
            .text(
                "Your browser's Back button takes you to the form; what you typed should still be"
                    + " there.");
    Answer answer = page.answer(failure.kind().status());
    for (Map.Entry<String, String> header : failure.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private String label(Violation violation, Request request) {
    return forms
        .find(FormName.of(request))
        .flatMap(definition -> definition.field(violation.pointer().replaceFirst("^/", "")))
        .map(field -> field.label() + ": ")
        .orElse("");
  }
}
