package org.alike.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the AWS SDK for Java and browsers ask of S3, asked of ours. */
class S3EndpointTest {
  private static final String BUCKET = S3Fixture.BUCKET;
  private static final String KEY = "waiting/a file (1)+ä.pdf";
  private final Path folder;
  private final S3Fixture fixture;
  private final S3Client owner;

  S3EndpointTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    fixture = new S3Fixture(folder);
    owner = fixture.client(S3Fixture.OWNER);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void object_comesBackAsItWasPut_withItsHeaders() {
    byte[] content = bytes(300_000);
    owner.putObject(
        put ->
            put.bucket(BUCKET)
                .key(KEY)
                .contentType("application/pdf")
                .contentDisposition("attachment; filename=\"a.pdf\"")
                .metadata(Map.of("kind", "scan")),
        RequestBody.fromBytes(content));

    ResponseBytes<GetObjectResponse> got =
        owner.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY));
    HeadObjectResponse head = owner.headObject(get -> get.bucket(BUCKET).key(KEY));

    assertThat(got.asByteArray()).isEqualTo(content);
    assertThat(got.response().contentType()).isEqualTo("application/pdf");
    assertThat(head.contentDisposition()).isEqualTo("attachment; filename=\"a.pdf\"");
    assertThat(head.contentLength()).isEqualTo(300_000);
    assertThat(head.metadata()).containsEntry("kind", "scan");
    assertThat(head.eTag()).isEqualTo(got.response().eTag());
  }

  @Test
  void range_isAnsweredWithThatPartAndTheWholeSize() {
    byte[] content = bytes(10_000);
    put(KEY, content);

    ResponseBytes<GetObjectResponse> first =
        owner.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range("bytes=0-4095"));
    ResponseBytes<GetObjectResponse> last =
        owner.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range("bytes=-10"));

    assertThat(first.asByteArray()).hasSize(4096).startsWith(content[0], content[1]);
    assertThat(first.response().contentRange()).isEqualTo("bytes 0-4095/10000");
    assertThat(last.asByteArray()).hasSize(10).endsWith(content[9_999]);
    assertThatThrownBy(
            () -> owner.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range("bytes=10000-")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
  }

  @Test
  void copy_takesWhatWasLookedAt_orNothing() {
    put(KEY, bytes(10));
    String tag = owner.headObject(head -> head.bucket(BUCKET).key(KEY)).eTag();

    owner.copyObject(
        copy ->
            copy.sourceBucket(BUCKET)
                .sourceKey(KEY)
                .copySourceIfMatch(tag)
                .destinationBucket(BUCKET)
                .destinationKey("kept/1")
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType("image/png"));
    put(KEY, bytes(11));

    assertThat(owner.headObject(head -> head.bucket(BUCKET).key("kept/1")).contentType())
        .isEqualTo("image/png");
    assertThatThrownBy(
            () ->
                owner.copyObject(
                    copy ->
                        copy.sourceBucket(BUCKET)
                            .sourceKey(KEY)
                            .copySourceIfMatch(tag)
                            .destinationBucket(BUCKET)
                            .destinationKey("kept/2")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(owner.listObjectsV2(list -> list.bucket(BUCKET).prefix("kept/")).contents())
        .extracting(S3Object::key)
        .containsExactly("kept/1");
  }

  @Test
  void object_isGone_whenDeleted_andDeletingAgainIsFine() {
    put(KEY, bytes(10));

    owner.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));
    owner.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));

    assertThatThrownBy(() -> owner.getObject(get -> get.bucket(BUCKET).key(KEY)))
        .isInstanceOf(NoSuchKeyException.class);
    assertThat(owner.listObjectsV2(list -> list.bucket(BUCKET)).contents()).isEmpty();
  }

  @Test
  void presignedGet_worksUntilItExpires_andForNothingElse() throws Exception {
    put(KEY, bytes(10));
    var signed =
        fixture
            .presigner(S3Fixture.OWNER)
            .presignGetObject(
                get ->
                    get.signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(
                            of ->
                                of.bucket(BUCKET)
                                    .key(KEY)
                                    .responseContentDisposition("attachment")));
    HttpRequest.Builder request = HttpRequest.newBuilder(signed.url().toURI());

    HttpResponse<String> got = fixture.send(request);
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.headers().firstValue("content-disposition")).contains("attachment");

    String other = signed.url().toString().replace("attachment", "inline");
    assertThat(fixture.send(HttpRequest.newBuilder(java.net.URI.create(other))).body())
        .contains("SignatureDoesNotMatch");
    assertThat(fixture.send(request.copy().DELETE()).body()).contains("SignatureDoesNotMatch");
    fixture.later(Duration.ofMinutes(6));
    assertThat(fixture.send(request).body()).contains("AccessDenied").contains("expired");
  }

  @Test
  void presignedPut_takesExactlyWhatWasSigned() throws Exception {
    var signed =
        fixture
            .presigner(S3Fixture.WRITER)
            .presignPutObject(
                put ->
                    put.signatureDuration(Duration.ofMinutes(15))
                        .putObjectRequest(
                            of ->
                                of.bucket(BUCKET)
                                    .key(KEY)
                                    .contentType("application/pdf")
                                    .contentLength(10L)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(signed.url().toURI()).header("content-type", "application/pdf");

    assertThat(fixture.send(request.copy().PUT(BodyPublishers.ofByteArray(bytes(11)))).statusCode())
        .isEqualTo(403);
    assertThat(fixture.send(request.copy().PUT(BodyPublishers.ofByteArray(bytes(10)))).statusCode())
        .isEqualTo(200);
    HttpRequest.Builder lie =
        HttpRequest.newBuilder(signed.url().toURI()).header("content-type", "text/html");
    assertThat(fixture.send(lie.PUT(BodyPublishers.ofByteArray(bytes(10)))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void requests_areRefused_whenWronglySigned() {
    put(KEY, bytes(10));

    S3Client wrongSecret = fixture.client(AwsBasicCredentials.create("owner", "guessed"));
    S3Client nobody = fixture.client(AwsBasicCredentials.create("nobody", "a-secret"));
    S3Client wrongToken =
        fixture.client(AwsSessionCredentials.create("writer", "another-secret", "an-old-token"));

    assertThat(code(() -> wrongSecret.getObject(get -> get.bucket(BUCKET).key(KEY))))
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(code(() -> nobody.getObject(get -> get.bucket(BUCKET).key(KEY))))
        .isEqualTo("InvalidAccessKeyId");
    assertThat(code(() -> wrongToken.getObject(get -> get.bucket(BUCKET).key(KEY))))
        .isEqualTo("InvalidToken");
    fixture.later(Duration.ofMinutes(16));
    assertThat(code(() -> owner.getObject(get -> get.bucket(BUCKET).key(KEY))))
        .isEqualTo("RequestTimeTooSkewed");
  }

  @Test
  void callers_doOnlyWhatTheyMay() {
    S3Client writer = fixture.client(S3Fixture.WRITER);
    put("kept/1", bytes(10));

    writer.putObject(put -> put.bucket(BUCKET).key(KEY), RequestBody.fromBytes(bytes(1_000)));

    assertThat(code(() -> writer.getObject(get -> get.bucket(BUCKET).key("kept/1"))))
        .isEqualTo("AccessDenied");
    assertThat(code(() -> writer.deleteObject(delete -> delete.bucket(BUCKET).key("kept/1"))))
        .isEqualTo("AccessDenied");
    assertThat(
            code(
                () ->
                    writer.putObject(
                        put -> put.bucket(BUCKET).key("kept/2"), RequestBody.fromString("x"))))
        .isEqualTo("AccessDenied");
    assertThat(code(() -> owner.getObject(get -> get.bucket("another").key(KEY))))
        .isEqualTo("NoSuchBucket");
  }

  @Test
  void unsignedRequests_areRefused() throws Exception {
    put(KEY, bytes(10));

    HttpRequest.Builder request =
        HttpRequest.newBuilder(fixture.uri().resolve("/" + BUCKET + "/waiting/1"));

    assertThat(fixture.send(request).statusCode()).isEqualTo(403);
    assertThat(fixture.send(request.copy().PUT(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void objects_areThere_afterARestart() throws IOException {
    put(KEY, bytes(1_000));

    try (S3Fixture again = new S3Fixture(folder)) {
      ResponseBytes<GetObjectResponse> got =
          again.client(S3Fixture.OWNER).getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY));
      assertThat(got.asByteArray()).isEqualTo(bytes(1_000));
    }
  }

  @Test
  void expired_objectsGo_andOthersStay() throws IOException {
    put(KEY, bytes(10));
    put("kept/1", bytes(10));

    fixture.endpoint.expire();
    assertThat(owner.listObjectsV2(list -> list.bucket(BUCKET)).contents()).hasSize(2);

    fixture.later(Duration.ofHours(25));
    fixture.endpoint.expire();
    fixture.later(Duration.ZERO);
    assertThat(owner.listObjectsV2(list -> list.bucket(BUCKET)).contents())
        .extracting(S3Object::key)
        .containsExactly("kept/1");
  }

  private void put(String key, byte[] content) {
    owner.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
  }

  private static String code(Runnable call) {
    try {
      call.run();
      return "none";
    } catch (S3Exception refused) {
      return refused.awsErrorDetails().errorCode();
    }
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
