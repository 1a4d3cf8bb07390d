package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * Who hears of a form's submissions, and how.
 *
 * @param form of which form
 * @param addresses what the owner reads: they get a mail with a link to the inbox
 * @param autoresponder the mail for whoever sends the form
 * @param webhooks the owner's own programs
 * @param version 0 as long as nothing was written, then growing with each change
 */
record DeliverySettings(
    String form,
    List<String> addresses,
    Optional<Autoresponder> autoresponder,
    List<Webhook> webhooks,
    long version) {

  DeliverySettings {
    addresses = List.copyOf(addresses);
    webhooks = List.copyOf(webhooks);
  }

  static DeliverySettings none(String form) {
    return new DeliverySettings(form, List.of(), Optional.empty(), List.of(), 0);
  }

  boolean isEmpty() {
    return addresses.isEmpty() && autoresponder.isEmpty() && webhooks.isEmpty();
  }

  Optional<Webhook> webhook(String id) {
    return webhooks.stream().filter(webhook -> webhook.id().equals(id)).findFirst();
  }

  /** The next version, with this webhook instead of the one of its id. */
  DeliverySettings with(Webhook changed) {
    List<Webhook> all = new ArrayList<>(webhooks);
    all.replaceAll(webhook -> webhook.id().equals(changed.id()) ? changed : webhook);
    return new DeliverySettings(form, addresses, autoresponder, all, version + 1);
  }

  /**
   * As the owner sees them. A secret is shown once, when it is new.
   *
   * @param before what was there before, with the secrets that are known already
   */
  Map<String, Object> shown(DeliverySettings before, Instant now) {
    return Json.of(
        "form",
        form,
        "version",
        version,
        "notify",
        addresses,
        "autoresponder",
        autoresponder.map(
            mail ->
                Json.of("subject", mail.subject(), "text", mail.text(), "replyTo", mail.replyTo())),
        "webhooks",
        webhooks.stream().map(webhook -> shown(webhook, before, now)).toList());
  }

  private static Map<String, Object> shown(Webhook webhook, DeliverySettings before, Instant now) {
    WebhookSecret newest = webhook.secrets().get(0);
    boolean known =
        before.webhook(webhook.id()).filter(old -> old.secrets().contains(newest)).isPresent();
    return Json.of(
        "id",
        webhook.id(),
        "url",
        webhook.url(),
        "fields",
        webhook.fields(),
        "secret",
        known ? null : newest.text(),
        "oldSecretUntil",
        webhook.oldSecretUntil(now).map(Instant::toString));
  }
}
