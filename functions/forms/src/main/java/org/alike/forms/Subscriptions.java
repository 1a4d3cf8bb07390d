package org.alike.forms;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.HtmlForm;
import org.alike.kernel.HtmlPage;
import org.alike.kernel.Json;
import org.alike.kernel.Problem;
import org.alike.kernel.Representation;
import org.alike.kernel.Request;

/**
 * The link in the mail about a newsletter: looking at it shows a page with a button, pressing the
 * button confirms, or ends it later. Programs that look at every link of a mail therefore confirm
 * nothing. A link that was never given out, and one whose submission is gone or in quarantine, look
 * alike. Thread-safe.
 */
final class Subscriptions {
  private static final String METHOD = "_method";
  private final FormDefinitions forms;
  private final SubscriptionStore store;
  private final SubscriptionLinks links;
  private final String siteUrl;

  Subscriptions(
      FormDefinitions forms, SubscriptionStore store, SubscriptionLinks links, String siteUrl) {
    this.forms = forms;
    this.store = store;
    this.links = links;
    this.siteUrl = siteUrl;
  }

  /** {@code GET /subscriptions/{token}}. */
  Answer show(Request request) {
    return answer(found(request), request);
  }

  /** {@code POST /subscriptions/{token}}: confirms; or ends it, where a page has no other way. */
  Answer post(Request request) {
    boolean form = request.mediaType().equals("application/x-www-form-urlencoded");
    boolean end =
        form
            && FormBody.read(request).stream()
                .anyMatch(field -> field.equals(Entry.text(METHOD, "DELETE")));
    return end ? end(request) : confirm(request);
  }

  /** {@code DELETE /subscriptions/{token}}. */
  Answer end(Request request) {
    Deliverable found = found(request);
    return answer(store.advance(found, Stage.ENDED, request.received()), request);
  }

  private Answer confirm(Request request) {
    Deliverable found = found(request);
    if (found.stage() == Stage.RECEIVED && !isConfirmable(found, request.received())) {
      throw Failure.of(
          Failure.Kind.GONE,
          "This link is too old to confirm with. Please fill in the form again.");
    }
    return answer(store.advance(found, Stage.CONFIRMED, request.received()), request);
  }

  private static boolean isConfirmable(Deliverable deliverable, Instant now) {
    return deliverable.submission().receivedAt().plus(SubscriptionLinks.CONFIRMABLE).isAfter(now);
  }

  private Deliverable found(Request request) {
    return links
        .open(request.path("token"))
        .flatMap(named -> store.find(named.form(), named.submission()).filter(goesTo(named)))
        .orElseThrow(() -> Failure.notFound("There is nothing at this address."));
  }

  /** A correction may have made it another mailbox's in the meantime. */
  private Predicate<Deliverable> goesTo(SubscriptionLinks.Named named) {
    return found ->
        forms
            .find(named.form())
            .flatMap(form -> Recipient.of(form, found.submission()))
            .map(SubscriptionLinks::digest)
            .filter(named.mailbox()::equals)
            .isPresent();
  }

  private Answer answer(Deliverable deliverable, Request request) {
    String title =
        forms
            .find(deliverable.submission().form())
            .map(FormDefinition::title)
            .orElse(deliverable.submission().form());
    return Representation.wantedBy(request) == Representation.PAGE
        ? page(deliverable.stage(), title)
        : Answer.ok(json(deliverable, title));
  }

  private static Map<String, Object> json(Deliverable deliverable, String title) {
    return Json.of(
        "form", deliverable.submission().form(),
        "title", title,
        "state", state(deliverable.stage()));
  }

  private static String state(Stage stage) {
    return stage == Stage.RECEIVED ? "waiting" : stage.word();
  }

  private Answer page(Stage stage, String title) {
    HtmlForm end = new HtmlForm().hidden(METHOD, "DELETE");
    return switch (stage) {
      case RECEIVED ->
          HtmlPage.titled("Please confirm: " + title)
              .text("One press, and you get it from now on.")
              .button("Yes, I want it", siteUrl)
              .text("If it wasn't you who asked for it, simply close this page.")
              .answer(200);
      case CONFIRMED ->
          HtmlPage.titled("You get it: " + title)
              .text("Thank you, your address is confirmed.")
              .text("You can end it here at any time.")
              .form(end, "I want it no longer", siteUrl)
              .answer(200);
      case ENDED ->
          HtmlPage.titled("You get it no longer: " + title)
              .text("To get it again, fill in the form again.")
              .answer(200);
    };
  }

  /** Tells a failure as a page to people, and as a problem to programs. */
  Answer explain(Failure failure, Request request) {
    Answer problem = Problem.answer(failure, request.id());
    return Representation.wantedBy(request) == Representation.PAGE
        ? HtmlPage.titled("This did not work").text(failure.detail()).answer(problem.status())
        : problem;
  }
}
