package org.alike.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The upload forms of browsers. */
class PostPolicyTest {
  private static final String RANGE = ",[\"content-length-range\", 1, 1000]";
  private final S3Fixture fixture;
  private final S3Client owner;

  PostPolicyTest(@TempDir Path folder) throws IOException {
    fixture = new S3Fixture(folder);
    owner = fixture.client(S3Fixture.OWNER);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** Amazon's own example of a signed policy, in its documentation of POST. */
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
            "    {\"success_action_redirect\": \"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html\"},",
            "    [\"starts-with\", \"$Content-Type\", \"image/\"],",
            "    {\"x-amz-meta-uuid\": \"14365123651274\"},",
            "    {\"x-amz-server-side-encryption\": \"AES256\"},",
            "    [\"starts-with\", \"$x-amz-meta-tag\", \"\"],",
            "",
            "    {\"x-amz-credential\": \"AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request\"},",
            "    {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"},",
            "    {\"x-amz-date\": \"20151229T000000Z\" }",
            "  ]",
            "}");
    String encoded = Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
    Scope scope = new Scope("AKIAIOSFODNN7EXAMPLE", "20151229", "us-east-1", "s3");

    assertThat(Scope.sign(scope.signingKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), encoded))
        .isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
  }

  @Test
  void form_isTaken_byItsPolicy() throws Exception {
    byte[] file = "%PDF-1.7\r\n------\r\n--a-boundary\r\r\n--".getBytes(StandardCharsets.UTF_8);
    Map<String, String> form =
        fixture.form(
            S3Fixture.WRITER,
            "waiting/1",
            RANGE + ",{\"Content-Type\":\"application/pdf\"},{\"success_action_status\":\"201\"}");
    form.put("Content-Type", "application/pdf");
    form.put("success_action_status", "201");

    HttpResponse<String> answer = fixture.post(form, file);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("<Key>waiting/1</Key>");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    var got = owner.getObjectAsBytes(get -> get.bucket(S3Fixture.BUCKET).key("waiting/1"));
    assertThat(got.asByteArray()).isEqualTo(file);
    assertThat(got.response().contentType()).isEqualTo("application/pdf");
  }

  @Test
  void form_isRefused_whenTheFileIsTooLargeOrEmpty() throws Exception {
    Map<String, String> form = fixture.form(S3Fixture.WRITER, "waiting/1", RANGE);

    assertThat(fixture.post(form, new byte[1_001]).body()).contains("EntityTooLarge");
    assertThat(fixture.post(form, new byte[3_000_000]).body()).contains("EntityTooLarge");
    assertThat(fixture.post(form, new byte[0]).body()).contains("EntityTooSmall");
    nothingIsThere();
    assertThat(fixture.post(form, new byte[1_000]).statusCode()).isEqualTo(204);
  }

  @Test
  void form_isRefused_whenItIsNotWhatWasSigned() throws Exception {
    Map<String, String> form = fixture.form(S3Fixture.WRITER, "waiting/1", RANGE);

    assertThat(fixture.post(with(form, "key", "waiting/2"), new byte[10]).body())
        .contains("Policy Condition failed");
    assertThat(fixture.post(with(form, "acl", "public-read"), new byte[10]).body())
        .contains("Extra input fields");
    assertThat(fixture.post(with(form, "x-amz-signature", "0".repeat(64)), new byte[10]).body())
        .contains("SignatureDoesNotMatch");
    assertThat(fixture.post(with(form, "x-amz-security-token", "old"), new byte[10]).body())
        .contains("InvalidToken");
    assertThat(fixture.post(with(form, "policy", "e30="), new byte[10]).body())
        .contains("SignatureDoesNotMatch");
    assertThat(fixture.post(Map.of("key", "waiting/1"), new byte[10]).statusCode()).isEqualTo(403);
    nothingIsThere();
  }

  @Test
  void form_isRefused_whenItsSignerMayNotPutThere() throws Exception {
    Map<String, String> form = fixture.form(S3Fixture.WRITER, "kept/1", RANGE);

    assertThat(fixture.post(form, new byte[10]).body()).contains("AccessDenied");
    nothingIsThere();
  }

  @Test
  void form_isRefused_afterItsTime() throws Exception {
    Map<String, String> form = fixture.form(S3Fixture.WRITER, "waiting/1", RANGE);
    fixture.later(Duration.ofMinutes(16));

    assertThat(fixture.post(form, new byte[10]).body()).contains("Policy expired");
  }

  @Test
  void form_isRefused_whenItsBodyIsBroken() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(fixture.uri().resolve("/" + S3Fixture.BUCKET));

    assertThat(fixture.send(request.copy().POST(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(412);
    request.header("content-type", "multipart/form-data; boundary=b");
    for (String body :
        new String[] {
          "", "--b", "--b--\r\n", "--c\r\n\r\n", "--b\r\n\r\nx", "--b\r\n" + "a".repeat(50_000)
        }) {
      int status = fixture.send(request.copy().POST(BodyPublishers.ofString(body))).statusCode();
      assertThat(status).as(body.substring(0, Math.min(20, body.length()))).isEqualTo(400);
    }
    nothingIsThere();
  }

  @Test
  void preflight_letsPagesOfAnyWebsitePost() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(fixture.uri().resolve("/" + S3Fixture.BUCKET))
            .method("OPTIONS", BodyPublishers.noBody())
            .header("origin", "https://www.example.org");

    HttpResponse<String> post =
        fixture.send(request.copy().header("access-control-request-method", "POST"));
    HttpResponse<String> delete =
        fixture.send(request.copy().header("access-control-request-method", "DELETE"));

    assertThat(post.statusCode()).isEqualTo(200);
    assertThat(post.headers().firstValue("access-control-allow-origin")).contains("*");
    assertThat(delete.statusCode()).isEqualTo(403);
  }

  private void nothingIsThere() {
    assertThat(owner.listObjectsV2(list -> list.bucket(S3Fixture.BUCKET)).contents()).isEmpty();
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(form);
    changed.put(name, value);
    return changed;
  }
}
