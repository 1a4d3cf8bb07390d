package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a webhook's messages are signed with, so that whoever gets one can tell that it is ours
 * (Standard Webhooks, symmetric).
 *
 * @param text as its owner gets it: {@code whsec_} and the key in base64
 * @param until when it ends, once there is a newer one
 */
record WebhookSecret(String text, Optional<Instant> until) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  /** A new one; the generator must be a secure one. */
  static WebhookSecret random(RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key), Optional.empty());
  }

  WebhookSecret ending(Instant at) {
    return new WebhookSecret(text, Optional.of(until.filter(at::isAfter).orElse(at)));
  }

  boolean signsAt(Instant now) {
    return until.map(now::isBefore).orElse(true);
  }

  /** One entry of {@code webhook-signature}. */
  String sign(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Never shown by accident. */
  @Override
  public String toString() {
    return "WebhookSecret[until=" + until + "]";
  }
}
