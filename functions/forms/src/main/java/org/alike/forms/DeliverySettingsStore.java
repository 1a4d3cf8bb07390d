package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;
import org.jspecify.annotations.Nullable;

/** Keeps what the owners of forms want delivered. Thread-safe. */
final class DeliverySettingsStore {
  private static final String VERSION = "version";
  private static final String JSON = "json";

  /** Whether anybody hears of the form's submissions at all. */
  private static final String ACTIVE = "active";

  /** The forms that ever had something to deliver. */
  private static final String DELIVERING = "DELIVERING";

  private final DynamoTable table;

  DeliverySettingsStore(DynamoTable table) {
    this.table = table;
  }

  DeliverySettings find(String form) {
    return table
        .get(key(form))
        .map(item -> settings(form, item))
        .orElseGet(() -> DeliverySettings.none(form));
  }

  /** The version, if anybody hears of the form's submissions; a change of a moment ago may lack. */
  Optional<Long> activeVersion(String form) {
    return table
        .getEventually(key(form))
        .filter(item -> item.flag(ACTIVE))
        .map(item -> item.number(VERSION));
  }

  /**
   * Writes settings over the version before.
   *
   * @param by who changed them
   * @return false when there is another version by now
   */
  boolean put(DeliverySettings settings, String by, Instant at, Optional<Marker> marker) {
    Item item =
        Item.of(key(settings.form()))
            .with(JSON, Json.write(json(settings)))
            .with(ACTIVE, !settings.isEmpty())
            .with(VERSION, settings.version())
            .with("changedBy", by)
            .with("changedAt", at.toString());
    Write write = Write.put(item);
    Write first =
        settings.version() == 1 ? write.ifAbsent() : write.when("#version = ?", before(settings));
    Write listed = Write.put(Item.of(Key.of(DELIVERING, settings.form())));
    return table.write(List.of(first, listed), marker).done();
  }

  private static long before(DeliverySettings settings) {
    return settings.version() - 1;
  }

  /** Every form that may have something to deliver: those with settings, and newsletters. */
  List<String> forms() {
    List<String> forms = new ArrayList<>();
    table.query(Query.partition(DELIVERING)).items().forEach(item -> forms.add(item.key().sort()));
    table.query(Query.partition("FORMS")).items().stream()
        .filter(item -> item.text("purpose").equals(Purpose.NEWSLETTER.word()))
        .map(item -> item.key().sort())
        .filter(form -> !forms.contains(form))
        .forEach(forms::add);
    return forms;
  }

  private static Key key(String form) {
    return Key.of("FORM#" + form, "DELIVERY-SETTINGS");
  }

  private static Map<String, Object> json(DeliverySettings settings) {
    return Json.of(
        "notify",
        settings.addresses(),
        "autoresponder",
        settings
            .autoresponder()
            .map(
                mail ->
                    Json.of(
                        "subject", mail.subject(), "text", mail.text(), "replyTo", mail.replyTo())),
        "webhooks",
        settings.webhooks().stream().map(DeliverySettingsStore::json).toList());
  }

  private static Map<String, Object> json(Webhook webhook) {
    return Json.of(
        "id",
        webhook.id(),
        "url",
        webhook.url(),
        "fields",
        webhook.fields(),
        "secrets",
        webhook.secrets().stream()
            .map(s -> Json.of("text", s.text(), "until", s.until().map(Instant::toString)))
            .toList());
  }

  private static DeliverySettings settings(String form, Item item) {
    Map<String, Object> json = Json.trusted(item.text(JSON));
    return new DeliverySettings(
        form,
        objects(json.get("notify")).stream().map(String::valueOf).toList(),
        Json.asObject(json.get("autoresponder"))
            .map(
                mail ->
                    new Autoresponder(
                        text(mail, "subject"), text(mail, "text"), find(mail, "replyTo"))),
        objects(json.get("webhooks")).stream()
            .map(webhook -> webhook(Json.asObject(webhook).orElseThrow()))
            .toList(),
        item.number(VERSION));
  }

  private static Webhook webhook(Map<String, Object> json) {
    return new Webhook(
        text(json, "id"),
        text(json, "url"),
        Boolean.TRUE.equals(json.get("fields")),
        objects(json.get("secrets")).stream()
            .map(secret -> Json.asObject(secret).orElseThrow())
            .map(s -> new WebhookSecret(text(s, "text"), find(s, "until").map(Instant::parse)))
            .toList());
  }

  private static List<?> objects(@Nullable Object list) {
    return list instanceof List<?> objects ? objects : List.of();
  }

  private static String text(Map<String, Object> json, String name) {
    return find(json, name).orElseThrow();
  }

  private static Optional<String> find(Map<String, Object> json, String name) {
    return Optional.ofNullable(json.get(name)).map(String::valueOf);
  }
}
