package org.alike.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.kernel.Texts;

/**
 * The captcha that a form's owner has put on its pages, if they want one. The secret goes in and
 * never comes out again: whoever sends back what they were shown keeps it.
 *
 * @param secret by which the provider knows the owner
 */
record Captcha(CaptchaProvider provider, String secret) {
  private static final String NAME = "captcha";
  private static final String PROVIDER = "provider";
  private static final String SECRET = "secret";
  private static final int MOST_SECRET = 200;

  /** Reads that part of a definition; what is wrong is complained about. */
  static Optional<Captcha> read(Map<String, Object> definition, Complaints complaints) {
    if (!definition.containsKey(NAME)) {
      return Optional.empty();
    }
    Map<String, Object> json = Json.asObject(definition.get(NAME)).orElse(Map.of());
    Optional<CaptchaProvider> provider = CaptchaProvider.of(json.get(PROVIDER));
    boolean secret = json.get(SECRET) instanceof String text && isSecret(text);
    if (provider.isEmpty() || !secret || json.size() != 2) {
      String message = "This must be like {\"provider\": \"turnstile\", \"secret\": \"...\"}.";
      complaints.note(NAME, "captcha", message);
      return Optional.empty();
    }
    return provider.map(known -> new Captcha(known, String.valueOf(json.get(SECRET))));
  }

  private static boolean isSecret(String text) {
    return !text.isBlank() && text.length() <= MOST_SECRET && Texts.storableLine(text);
  }

  /** A definition as it may be shown. */
  static Map<String, Object> withoutSecret(Map<String, Object> definition) {
    Map<String, Object> shown = new LinkedHashMap<>(definition);
    Json.asObject(definition.get(NAME))
        .map(captcha -> Json.of(PROVIDER, captcha.get(PROVIDER)))
        .ifPresent(captcha -> shown.put(NAME, captcha));
    return shown;
  }

  /** A definition as it was sent, with the secret that it had where it has none for the same. */
  static Map<String, Object> withSecret(Map<String, Object> definition, Optional<Captcha> before) {
    Map<String, Object> whole = new LinkedHashMap<>(definition);
    Map<String, Object> captcha = Json.asObject(definition.get(NAME)).orElse(Map.of());
    before
        .filter(known -> known.provider().word().equals(captcha.get(PROVIDER)))
        .filter(known -> !captcha.containsKey(SECRET))
        .ifPresent(known -> whole.put(NAME, known.with(captcha)));
    return whole;
  }

  private Map<String, Object> with(Map<String, Object> captcha) {
    Map<String, Object> whole = new LinkedHashMap<>(captcha);
    whole.put(SECRET, secret);
    return whole;
  }

  /** Nothing that could get into a log tells the secret. */
  @Override
  public String toString() {
    return "Captcha[" + provider.word() + "]";
  }
}
