package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Environment;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;

/** Files in an S3 bucket. Thread-safe. */
final class S3FileStore implements FileStore {
  private final S3Requests requests;

  private S3FileStore(S3Requests requests) {
    this.requests = requests;
  }

  /** The bucket that the environment's {@code FILES} names. */
  static S3FileStore connect(Environment environment) {
    return new S3FileStore(new S3Requests(environment));
  }

  @Override
  public Form form(String key, FileType type, Instant now, Duration valid) {
    AwsCredentials signing = requests.signing();
    Optional<String> token =
        signing instanceof AwsSessionCredentials session
            ? Optional.of(session.sessionToken())
            : Optional.empty();
    PresignedPost post =
        new PresignedPost(
            signing.accessKeyId(),
            signing.secretAccessKey(),
            token,
            requests.region(),
            requests.bucket());
    return new Form(requests.origin(), post.fields(key, type.media(), MOST_BYTES, now, valid));
  }

  @Override
  public Put put(String key, FileType type, long size, Instant now, Duration valid) {
    Map<String, String> headers =
        Map.of("content-type", type.media(), "content-length", Long.toString(size));
    return new Put(
        requests.presigned(SdkHttpMethod.PUT, key, headers, now, valid),
        Map.of("content-type", type.media()));
  }

  @Override
  public Optional<Head> head(String key) {
    Map<String, String> range = Map.of("range", "bytes=0-" + (ContentSniffer.BYTES - 1));
    S3Requests.S3Answer answered =
        requests.send(S3Requests.S3Call.of(SdkHttpMethod.GET, key, range));
    if (answered.status() == 404 || answered.status() == 416) {
      return Optional.empty();
    }
    require(answered, 206);
    String size = answered.header("content-range").replaceFirst(".*/", "");
    return Optional.of(new Head(answered.body(), Long.parseLong(size), answered.header("etag")));
  }

  @Override
  public boolean copy(String key, String tag, String to, Attachment attachment) {
    Map<String, String> headers =
        Map.of(
            "x-amz-copy-source",
            "/" + requests.bucket() + "/" + key,
            "x-amz-copy-source-if-match",
            tag,
            "x-amz-metadata-directive",
            "REPLACE",
            "content-type",
            attachment.type().media(),
            "content-disposition",
            FileName.disposition(attachment.name()));
    S3Requests.S3Answer answered =
        requests.send(S3Requests.S3Call.of(SdkHttpMethod.PUT, to, headers));
    if (answered.status() == 404 || answered.status() == 412) {
      return false;
    }
    require(answered, 200);
    // A copy that fails late says so within an answer that began well.
    if (!new String(answered.body(), StandardCharsets.UTF_8).contains("<CopyObjectResult")) {
      throw S3Requests.unavailable();
    }
    return true;
  }

  @Override
  public void keep(String key, byte[] content, Attachment attachment) {
    Map<String, String> headers =
        Map.of(
            "content-type", attachment.type().media(),
            "content-disposition", FileName.disposition(attachment.name()));
    require(requests.send(new S3Requests.S3Call(SdkHttpMethod.PUT, key, headers, content)), 200);
  }

  @Override
  public void delete(String key) {
    require(requests.send(S3Requests.S3Call.of(SdkHttpMethod.DELETE, key, Map.of())), 204);
  }

  @Override
  public String address(String key, Instant now, Duration valid) {
    return requests.presigned(SdkHttpMethod.GET, key, Map.of(), now, valid);
  }

  /** Our own mistakes stay faults; what S3 may answer otherwise a moment later does not. */
  private static void require(S3Requests.S3Answer answered, int status) {
    if (answered.status() == status) {
      return;
    }
    if (answered.status() >= 500 || answered.status() == 429) {
      throw S3Requests.unavailable();
    }
    throw new IllegalStateException("S3 answered " + answered.status());
  }
}
