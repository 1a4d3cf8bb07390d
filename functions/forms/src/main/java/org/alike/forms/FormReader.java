package org.alike.forms;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition of a form, strictly: everything that is wrong with it is named at once, and
 * what is not known is refused. Not thread-safe; one per definition.
 */
final class FormReader {
  private static final int MOST_ORIGINS = 20;
  private static final int MOST_TRAPS = 10;
  private static final int KEEP_DAYS = 365;
  private final String form;
  private final Map<String, Object> json;
  private final Fields fields;

  private FormReader(String form, Map<String, Object> json) {
    this.form = form;
    this.json = json;
    Map<String, Object> simple = new LinkedHashMap<>(json);
    simple.keySet().removeAll(List.of("schema", "open", "limit", "captcha"));
    this.fields = Fields.of(simple);
  }

  /**
   * The definition, at version 0.
   *
   * @throws Failure INVALID with every broken rule
   */
  static FormDefinition read(String form, Map<String, Object> json) {
    return new FormReader(form, json).definition();
  }

  private FormDefinition definition() {
    if (!FormName.isOne(form) || !fields.optionalText("form", 63).orElse(form).equals(form)) {
      fields.reject("form", "name", "A form is named by lower-case letters, digits and hyphens.");
    }
    FormSchema schema =
        new FormSchema(Json.asObject(json.get("schema")).orElse(Map.of()), fields::reject);
    boolean asks = json.containsKey("schema");
    List<Field> asked = asks ? schema.fields() : List.of();
    Purpose purpose = fields.oneOf("purpose", Purpose.INBOX);
    fields.optionalText("language", 35);
    FormDefinition definition =
        new FormDefinition(
            form,
            fields.text("title", 1, 200),
            purpose,
            flag("open"),
            Duration.ofDays(fields.wholeNumber("keepDays", 1, 3_650).orElse(KEEP_DAYS)),
            origins("origins"),
            origins("redirects"),
            fields.texts("honeypots", MOST_TRAPS, 100),
            limit(),
            Captcha.read(json, fields::reject),
            asked,
            !asks || schema.more(),
            Json.write(json),
            0);
    if (purpose == Purpose.SIGNUP) {
      requireWhatMembersNeed(definition);
    }
    boolean asksWhereTo = Recipient.field(definition).filter(Field::required).isPresent();
    if (purpose == Purpose.NEWSLETTER && !asksWhereTo) {
      fields.reject(
          "schema/properties", "required", "A newsletter needs a field for an e-mail address.");
    }
    fields.end();
    return definition;
  }

  /** A signup that nobody could become a member by would be lost after it was thanked for. */
  private void requireWhatMembersNeed(FormDefinition definition) {
    Map<String, FieldType> needed =
        Map.of(
            "email", FieldType.EMAIL,
            "displayName", FieldType.TEXT,
            "conditions", FieldType.CONDITION,
            "consent", FieldType.CONSENT);
    needed.forEach(
        (name, type) -> {
          Optional<Field> field = definition.field(name);
          if (field.filter(f -> f.type() == type && f.required()).isEmpty()) {
            fields.reject(
                "schema/properties/" + name, "required", "Becoming a member needs this field.");
          }
        });
  }

  private boolean flag(String name) {
    Object flag = json.getOrDefault(name, true);
    if (!(flag instanceof Boolean)) {
      fields.reject(name, "type", "This must be true or false.");
    }
    return !Boolean.FALSE.equals(flag);
  }

  private List<String> origins(String name) {
    List<String> origins = new ArrayList<>(fields.texts(name, MOST_ORIGINS, 200));
    for (String origin : origins) {
      if (!isOrigin(origin)) {
        fields.reject(name, "origin", "This must be like https://www.example.org.");
      }
    }
    return origins;
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  private Optional<Limit> limit() {
    @Nullable Object sent = json.get("limit");
    if (sent == null) {
      return Optional.empty();
    }
    Map<String, Object> limit = Json.asObject(sent).orElse(Map.of());
    OptionalInt submissions = number(limit.get("submissions"), Limit.MOST);
    OptionalInt minutes = number(limit.get("minutes"), 1_440);
    if (limit.size() != 2 || submissions.isEmpty() || minutes.isEmpty()) {
      String message = "This must be like {\"submissions\": 30, \"minutes\": 10}.";
      fields.reject("limit", "range", message);
      return Optional.empty();
    }
    return Optional.of(new Limit(submissions.getAsInt(), Duration.ofMinutes(minutes.getAsInt())));
  }

  private static OptionalInt number(@Nullable Object value, int most) {
    return value instanceof Integer number && number >= 1 && number <= most
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }
}
