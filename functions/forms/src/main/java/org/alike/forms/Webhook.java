package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * An address of the owner's that hears of a form's submissions.
 *
 * @param id names it among those of its form
 * @param url where to
 * @param fields whether it is told what was filled in, or only that something was
 * @param secrets the newest first; older ones sign too until they end
 */
record Webhook(String id, String url, boolean fields, List<WebhookSecret> secrets) {
  /** How long an old secret signs beside the new one. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final int MOST_SECRETS = 3;
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int ID_LETTERS = 8;

  Webhook {
    secrets = List.copyOf(secrets);
  }

  /** A new one with a secret of its own. */
  static Webhook fresh(String url, boolean fields, RandomGenerator random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LETTERS; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new Webhook(id.toString(), url, fields, List.of(WebhookSecret.random(random)));
  }

  Webhook changed(String otherUrl, boolean otherFields) {
    return new Webhook(id, otherUrl, otherFields, secrets);
  }

  /** With a new secret; those before end at this moment. */
  Webhook rotated(WebhookSecret fresh, Instant now, Instant ends) {
    List<WebhookSecret> all = new ArrayList<>(List.of(fresh));
    secrets.stream()
        .filter(secret -> secret.signsAt(now))
        .map(secret -> secret.ending(ends))
        .filter(secret -> secret.signsAt(now))
        .limit(MOST_SECRETS - 1)
        .forEach(all::add);
    return new Webhook(id, url, fields, all);
  }

  List<WebhookSecret> signing(Instant now) {
    return secrets.stream().filter(secret -> secret.signsAt(now)).toList();
  }

  /** Until when an older secret signs too. */
  Optional<Instant> oldSecretUntil(Instant now) {
    return signing(now).stream().flatMap(secret -> secret.until().stream()).max(Instant::compareTo);
  }
}
