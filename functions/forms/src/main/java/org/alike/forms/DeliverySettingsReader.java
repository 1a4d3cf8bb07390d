package org.alike.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.alike.kernel.EmailAddress;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;

/**
 * Reads what an owner wants delivered. What was shown may be sent back as it is; a webhook without
 * an id is a new one. Thread-safe when the generator is.
 */
final class DeliverySettingsReader {
  private static final int MOST_ADDRESSES = 5;
  private static final int MOST_WEBHOOKS = 5;
  private static final int MOST_SUBJECT = 150;
  private static final int MOST_TEXT = 5_000;
  private final RandomGenerator random;
  private final boolean loopback;

  /**
   * A reader.
   *
   * @param random for ids and secrets; must be a secure one
   * @param loopback whether webhooks may call this very machine
   */
  DeliverySettingsReader(RandomGenerator random, boolean loopback) {
    this.random = random;
    this.loopback = loopback;
  }

  /**
   * The next version of the settings.
   *
   * @throws Failure INVALID with every broken rule
   */
  DeliverySettings read(FormDefinition form, DeliverySettings before, Fields fields) {
    fields.optionalText("form", 63);
    fields.wholeNumber("version", 0, Integer.MAX_VALUE);
    List<String> notify = fields.texts("notify", MOST_ADDRESSES, 254);
    if (notify.stream().anyMatch(address -> EmailAddress.parse(address).isEmpty())) {
      fields.reject("notify", "email", "Each of these must be an e-mail address.");
    }
    if (new HashSet<>(notify).size() < notify.size()) {
      fields.reject("notify", "choice", "Each address only once, please.");
    }
    DeliverySettings settings =
        new DeliverySettings(
            form.form(),
            notify,
            autoresponder(form, fields),
            webhooks(before, fields),
            before.version() + 1);
    fields.end();
    return settings;
  }

  private static Optional<Autoresponder> autoresponder(FormDefinition form, Fields fields) {
    boolean wanted = fields.has("autoresponder") && !fields.clears("autoresponder");
    Fields mail = fields.object("autoresponder");
    if (!wanted) {
      return Optional.empty();
    }
    if (Recipient.field(form).isEmpty()) {
      fields.reject("autoresponder", "email", "The form has no field for an e-mail address.");
    }
    Optional<String> replyTo = mail.optionalLine("replyTo", 254);
    if (replyTo.filter(address -> EmailAddress.parse(address).isEmpty()).isPresent()) {
      mail.reject("replyTo", "email", "This must be an e-mail address.");
    }
    return Optional.of(
        new Autoresponder(
            mail.line("subject", 1, MOST_SUBJECT), mail.text("text", 1, MOST_TEXT), replyTo));
  }

  private List<Webhook> webhooks(DeliverySettings before, Fields fields) {
    List<Webhook> webhooks = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields each : fields.objects("webhooks", 0, MOST_WEBHOOKS)) {
      Optional<String> id = each.optionalLine("id", 20);
      String url = each.line("url", 1, 500);
      boolean told = each.flag("fields", true);
      each.optionalText("oldSecretUntil", 40);
      if (!url.isEmpty() && WebhookUrl.parse(url, loopback).isEmpty()) {
        each.reject("url", "address", "This must be like https://www.example.org/hook.");
      }
      Optional<Webhook> known = id.flatMap(before::webhook);
      if (id.isPresent() && (known.isEmpty() || !ids.add(id.get()))) {
        each.reject("id", "choice", "There is no such webhook. A new one needs no id.");
      }
      webhooks.add(
          known
              .map(webhook -> webhook.changed(url, told))
              .orElseGet(() -> Webhook.fresh(url, told, random)));
    }
    return webhooks;
  }
}
