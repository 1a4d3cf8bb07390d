package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.store.Page;

/** What an owner sees of deliveries, and what they let be tried again. Thread-safe. */
final class DeliveryRoutes {
  private static final String OWNER = "owner";
  private static final int ATTEMPTS = 5;
  private final FormDefinitions forms;
  private final DeliveryStore store;
  private final Cursors cursors;

  DeliveryRoutes(FormDefinitions forms, DeliveryStore store, Cursors cursors) {
    this.forms = forms;
    this.store = store;
    this.cursors = cursors;
  }

  /** {@code GET /forms/{form}/deliveries}: those of which something is dead, or due. */
  Answer list(Request request) {
    request.inRole(OWNER);
    String form = form(request);
    Part.State state = state(request);
    String binding = "deliveries " + form + " " + state;
    Page page =
        store.waiting(
            form,
            state,
            request.query("cursor").map(cursor -> cursors.open(binding, cursor)),
            request.limit());
    List<String> submissions =
        page.items().stream()
            .map(item -> item.key().sort())
            .map(sort -> sort.substring(sort.indexOf('#') + 1))
            .toList();
    List<String> next = page.next();
    return Answer.ok(
        Json.of(
            "items",
            store.all(form, submissions).stream()
                .filter(delivery -> delivery.has(state))
                .map(DeliveryRoutes::shown)
                .toList(),
            "next",
            next == null ? null : cursors.seal(binding, next)));
  }

  /** {@code GET /forms/{form}/deliveries/{id}}. */
  Answer show(Request request) {
    request.inRole(OWNER);
    return Answer.ok(shown(delivery(request)));
  }

  /** {@code POST /forms/{form}/deliveries/{id}/{part}}: within a minute it is tried again. */
  Answer again(Request request) {
    request.inRole(OWNER);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Delivery before = delivery(request);
      Part part =
          before
              .part(request.path("part"))
              .orElseThrow(() -> Failure.notFound("There is no such message."));
      requireRepeatable(part);
      Part again = part.again(request.received());
      Delivery after = before.with(other -> other.id().equals(part.id()) ? again : other);
      Answer answer = Answer.json(202, shown(after));
      if (store.save(before, after, request.repeat(done -> answer).marker(after))) {
        return answer;
      }
    }
    throw Failure.unavailable(1);
  }

  /** A mail to whoever sent the form is theirs to ask for, not the owner's to send twice. */
  private static void requireRepeatable(Part part) {
    boolean sent = part.state() == Part.State.DONE || part.state() == Part.State.SKIPPED;
    boolean toSender = part.id().equals(Part.AUTORESPONSE) || part.id().equals(Part.CONFIRM);
    if (sent && toSender) {
      throw Failure.of(Failure.Kind.CONFLICT, "A mail to a sender is not sent twice.");
    }
  }

  private Delivery delivery(Request request) {
    String form = form(request);
    String id = request.path("id");
    return Optional.of(id)
        .filter(Ids::isId)
        .flatMap(submission -> store.find(form, submission))
        .orElseThrow(() -> Failure.notFound("There is no such delivery."));
  }

  private String form(Request request) {
    return forms
        .current(request.path("form"))
        .orElseThrow(() -> Failure.notFound("There is no such form."))
        .form();
  }

  private static Part.State state(Request request) {
    return switch (request.query("state").orElse("dead")) {
      case "dead" -> Part.State.DEAD;
      case "due" -> Part.State.DUE;
      default -> throw Failure.invalid("state", "choice", "This must be dead or due.");
    };
  }

  private static Map<String, Object> shown(Delivery delivery) {
    return Json.of(
        "submission",
        delivery.submission(),
        "form",
        delivery.form(),
        "parts",
        delivery.parts().stream().map(DeliveryRoutes::shown).toList());
  }

  private static Map<String, Object> shown(Part part) {
    boolean tried = part.attempts() > 0 || part.state() != Part.State.DUE;
    return Json.of(
        "id",
        part.id(),
        "kind",
        kind(part),
        "webhook",
        part.isHook() ? part.receiver() : null,
        "state",
        part.state().name().toLowerCase(Locale.ROOT),
        "attempts",
        part.attempts(),
        "result",
        tried ? part.result() : null,
        "at",
        tried ? part.at().toString() : null,
        "next",
        part.state() == Part.State.DUE ? shown(part.next()) : null);
  }

  private static String shown(Instant moment) {
    return Instant.ofEpochSecond(moment.getEpochSecond()).toString();
  }

  private static String kind(Part part) {
    if (part.isHook()) {
      return "webhook";
    }
    return part.id().startsWith(Part.MAIL) ? "mail" : part.id();
  }
}
