package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.alike.kernel.Json;

/**
 * Signs the form by which a browser puts a file into S3 (Signature Version 4, "Authenticating
 * Requests: Browser-Based Uploads Using POST"). The AWS SDK for Java has no such thing. Pure.
 *
 * @param keyId of the credentials
 * @param secret of the credentials
 * @param token of the credentials, when they are temporary
 * @param region where the bucket is
 * @param bucket its name
 */
record PresignedPost(
    String keyId, String secret, Optional<String> token, String region, String bucket) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The fields of the form, which take one file of 1 to {@code most} bytes under this key. */
  Map<String, String> fields(String key, String type, long most, Instant now, Duration valid) {
    String date = TIME.format(now);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", key);
    fields.put("Content-Type", type);
    fields.put("success_action_status", "201");
    fields.put("x-amz-algorithm", ALGORITHM);
    fields.put("x-amz-credential", keyId + "/" + scope(date));
    fields.put("x-amz-date", date);
    token.ifPresent(present -> fields.put("x-amz-security-token", present));
    String policy = policy(fields, most, now.plus(valid));
    fields.put("policy", policy);
    fields.put("x-amz-signature", signature(policy, date));
    return fields;
  }

  /** Everything that is sent must be named: S3 refuses fields that the policy doesn't. */
  private String policy(Map<String, String> fields, long most, Instant until) {
    List<Object> conditions = new ArrayList<>();
    conditions.add(Json.of("bucket", bucket));
    fields.forEach((name, value) -> conditions.add(Json.of(name, value)));
    conditions.add(List.of("content-length-range", 1, most));
    String json = Json.write(Json.of("expiration", until.toString(), "conditions", conditions));
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private String scope(String date) {
    return date.substring(0, 8) + "/" + region + "/s3/aws4_request";
  }

  String signature(String policy, String date) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope(date).split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, policy));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Tells nobody the secret. */
  @Override
  public String toString() {
    return "PresignedPost[" + bucket + "]";
  }
}
