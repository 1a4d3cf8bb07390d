package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.junit.jupiter.api.Test;

class PresignedPostTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  /** Amazon's own example, in its documentation of POST uploads. */
  @Test
  void signature_isTheOneOfAmazonsExample() {
    String policy =
        String.join(
            "\r\n",
            "{ \"expiration\": \"2015-12-30T12:00:00.000Z\",",
            "  \"conditions\": [",
            "    {\"bucket\": \"sigv4examplebucket\"},",
            "    [\"starts-with\", \"$key\", \"user/user1/\"],",
            "    {\"acl\": \"public-read\"},",
            "    {\"success_action_redirect\":"
                + " \"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html\"},",
            "    [\"starts-with\", \"$Content-Type\", \"image/\"],",
            "    {\"x-amz-meta-uuid\": \"14365123651274\"},",
            "    {\"x-amz-server-side-encryption\": \"AES256\"},",
            "    [\"starts-with\", \"$x-amz-meta-tag\", \"\"],",
            "",
            "    {\"x-amz-credential\":"
                + " \"AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request\"},",
            "    {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"},",
            "    {\"x-amz-date\": \"20151229T000000Z\" }",
            "  ]",
            "}");
    PresignedPost post =
        new PresignedPost(
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            Optional.empty(),
            "us-east-1",
            "sigv4examplebucket");

    assertThat(
            post.signature(
                Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8)),
                "20151229T000000Z"))
        .isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
  }

  @Test
  void policy_namesEveryFieldTheSizeAndTheEnd() {
    PresignedPost post =
        new PresignedPost("AKID", "a-secret", Optional.of("a-token"), "eu-central-1", "files");

    Map<String, String> fields =
        post.fields("waiting/1", "image/png", 1_000, NOW, Duration.ofMinutes(15));

    byte[] json = Base64.getDecoder().decode(fields.get("policy"));
    Map<String, Object> policy = Json.trusted(new String(json, StandardCharsets.UTF_8));
    assertThat(policy).containsEntry("expiration", "2026-11-25T10:15:00Z");
    List<?> listed = policy.get("conditions") instanceof List<?> list ? list : List.of();
    List<String> conditions = listed.stream().map(String::valueOf).toList();
    assertThat(conditions).contains("{bucket=files}", "[content-length-range, 1, 1000]");
    fields.forEach(
        (name, value) -> {
          if (!name.equals("policy") && !name.equals("x-amz-signature")) {
            assertThat(conditions).contains("{" + name + "=" + value + "}");
          }
        });
    assertThat(fields).containsEntry("x-amz-security-token", "a-token");
    assertThat(post.toString()).doesNotContain("a-secret").doesNotContain("a-token");
  }
}
