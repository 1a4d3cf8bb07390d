package org.alike.local.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an upload form may do: signed by somebody, until some time, with fields that meet its
 * conditions, and a file within some range of sizes. Every field must be covered by a condition.
 * Pure.
 */
final class PostPolicy {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> UNCOVERED =
      Set.of("file", "policy", "x-amz-signature", "awsaccesskeyid");
  private final String keyId;
  private long least;
  private long most = Long.MAX_VALUE;

  private PostPolicy(String keyId) {
    this.keyId = keyId;
  }

  /** The policy of a form, when its signature is right, and its fields are what it asks for. */
  static PostPolicy check(Map<String, String> form, String bucket, Callers callers, Instant now)
      throws S3Problem {
    String text = form.getOrDefault("policy", "");
    if (text.isEmpty()) {
      throw S3Problem.denied("The form has no policy: anonymous users cannot do this.");
    }
    Scope scope = Scope.of(form.getOrDefault("x-amz-credential", ""));
    String date = form.getOrDefault("x-amz-date", "");
    String token = form.getOrDefault("x-amz-security-token", "");
    byte[] key = Signatures.signingKey(callers, scope, date, token);
    boolean right =
        form.getOrDefault("x-amz-algorithm", "").equals(Scope.ALGORITHM)
            && Scope.same(Scope.sign(key, text), form.getOrDefault("x-amz-signature", ""));
    if (!right) {
      throw S3Problem.wrongSignature();
    }
    PostPolicy policy = new PostPolicy(scope.keyId());
    policy.check(json(text), form, bucket, now);
    return policy;
  }

  String keyId() {
    return keyId;
  }

  /** The largest file that it allows. */
  long most() {
    return most;
  }

  void checkSize(long size) throws S3Problem {
    if (size > most) {
      throw S3Problem.of(
          400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
    }
    if (size < least) {
      throw S3Problem.of(
          400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
  }

  private void check(JsonNode policy, Map<String, String> form, String bucket, Instant now)
      throws S3Problem {
    if (!expiration(policy).isAfter(now)) {
      throw S3Problem.denied("Invalid according to Policy: Policy expired.");
    }
    Set<String> covered = new HashSet<>(UNCOVERED);
    for (JsonNode condition : policy.path("conditions")) {
      if (condition.isObject()) {
        for (Map.Entry<String, JsonNode> each : condition.properties()) {
          meet("eq", each.getKey(), each.getValue().asText(), form, bucket, covered);
        }
      } else if (condition.path(0).asText().equals("content-length-range")) {
        least = condition.path(1).asLong();
        most = condition.path(2).asLong();
      } else {
        String name = condition.path(1).asText().replaceFirst("^\\$", "");
        String value = condition.path(2).asText();
        meet(condition.path(0).asText(), name, value, form, bucket, covered);
      }
    }
    for (String name : form.keySet()) {
      if (!covered.contains(name) && !name.startsWith("x-ignore-")) {
        throw S3Problem.denied("Invalid according to Policy: Extra input fields: " + name);
      }
    }
  }

  private static void meet(
      String how,
      String name,
      String value,
      Map<String, String> form,
      String bucket,
      Set<String> covered)
      throws S3Problem {
    String field = name.toLowerCase(Locale.ROOT);
    String given = field.equals("bucket") ? bucket : form.getOrDefault(field, "");
    boolean met =
        switch (how) {
          case "eq" -> given.equals(value);
          case "starts-with" -> given.startsWith(value);
          default -> false;
        };
    if (!met) {
      throw S3Problem.denied(
          "Invalid according to Policy: Policy Condition failed: [\"%s\", \"$%s\", \"%s\"]"
              .formatted(how, name, value));
    }
    covered.add(field);
  }

  private static JsonNode json(String policy) throws S3Problem {
    try {
      byte[] bytes = Base64.getDecoder().decode(policy);
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JsonProcessingException unreadable) {
      throw S3Problem.of(400, "InvalidPolicyDocument", "The policy can't be read.");
    }
  }

  private static Instant expiration(JsonNode policy) throws S3Problem {
    try {
      return Instant.parse(policy.path("expiration").asText());
    } catch (DateTimeException noTime) {
      throw S3Problem.of(400, "InvalidPolicyDocument", "The policy has no expiration.");
    }
  }
}
