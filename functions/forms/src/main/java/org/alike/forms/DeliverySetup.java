package org.alike.forms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.alike.kernel.Answer;
import org.alike.kernel.Caller;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/** What an owner does about who hears of a form's submissions. Thread-safe. */
final class DeliverySetup {
  private static final String OWNER = "owner";
  private final FormDefinitions forms;
  private final DeliverySettingsStore store;
  private final DeliverySettingsReader reader;
  private final RandomGenerator random;

  DeliverySetup(
      FormDefinitions forms,
      DeliverySettingsStore store,
      DeliverySettingsReader reader,
      RandomGenerator random) {
    this.forms = forms;
    this.store = store;
    this.reader = reader;
    this.random = random;
  }

  /** {@code GET /forms/{form}/delivery-settings}. */
  Answer show(Request request) {
    request.inRole(OWNER);
    DeliverySettings settings = store.find(form(request).form());
    return answer(settings, settings.shown(settings, request.received()));
  }

  /** {@code PUT /forms/{form}/delivery-settings}. */
  Answer put(Request request) {
    Caller owner = request.inRole(OWNER);
    FormDefinition form = form(request);
    DeliverySettings before = store.find(form.form());
    requireCurrent(request, before);
    DeliverySettings settings = reader.read(form, before, request.fields());
    if (!store.put(settings, owner.id(), request.received(), Optional.empty())) {
      throw changed();
    }
    return answer(settings, settings.shown(before, request.received()));
  }

  /**
   * {@code POST /forms/{form}/webhooks/{id}/secret}: a new secret. The one before signs too for a
   * day, unless it is to end at once because somebody else got hold of it.
   */
  Answer rotate(Request request) {
    Caller owner = request.inRole(OWNER);
    DeliverySettings before = store.find(form(request).form());
    Webhook webhook =
        before
            .webhook(request.path("id"))
            .orElseThrow(() -> Failure.notFound("There is no such webhook."));
    Instant now = request.received();
    Instant ends = endsAtOnce(request) ? now : now.plus(Webhook.OVERLAP);
    Webhook rotated = webhook.rotated(WebhookSecret.random(random), now, ends);
    Answer answer = rotated(rotated, now);
    DeliverySettings after = before.with(rotated);
    if (!store.put(after, owner.id(), now, request.repeat(done -> answer).marker(after))) {
      throw Failure.of(
          Failure.Kind.CONFLICT, "Somebody else changed the settings. Please try again.");
    }
    return answer;
  }

  private static boolean endsAtOnce(Request request) {
    if (request.body().sent().isEmpty()) {
      return false;
    }
    var fields = request.fields();
    boolean atOnce = fields.flag("endOld", false);
    fields.end();
    return atOnce;
  }

  private static Answer rotated(Webhook webhook, Instant now) {
    return Answer.ok(
        Json.of(
            "id",
            webhook.id(),
            "secret",
            webhook.secrets().get(0).text(),
            "oldSecretUntil",
            webhook.oldSecretUntil(now).map(Instant::toString)));
  }

  private FormDefinition form(Request request) {
    return forms
        .current(request.path("form"))
        .orElseThrow(() -> Failure.notFound("There is no such form."));
  }

  private static void requireCurrent(Request request, DeliverySettings before) {
    String match =
        request
            .header("if-match")
            .orElseThrow(
                () ->
                    Failure.of(
                        Failure.Kind.PRECONDITION_REQUIRED,
                        "Please say by If-Match which version you changed."));
    if (!match.strip().equals(tag(before))) {
      throw changed();
    }
  }

  private static Failure changed() {
    return Failure.of(
        Failure.Kind.PRECONDITION_FAILED, "The settings are others by now. Nothing was changed.");
  }

  private static Answer answer(DeliverySettings settings, Map<String, Object> json) {
    return Answer.ok(json).with("etag", tag(settings));
  }

  private static String tag(DeliverySettings settings) {
    return "\"" + settings.version() + "\"";
  }
}
