package org.alike.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.alike.kernel.Environment;
import org.alike.kernel.Failure;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests to one S3 bucket and sends them. It uses the SDK's signer and HTTP client, which
 * the table's client has loaded anyway; the SDK's client for S3 would be loaded on top of them, for
 * five kinds of requests. Thread-safe.
 */
final class S3Requests {
  private static final int ATTEMPTS = 2;
  private static final Duration CONNECT = Duration.ofMillis(800);
  private static final Duration READ = Duration.ofSeconds(3);
  private static final int RETRY_AFTER_SECONDS = 2;

  /** One request; the body may be empty. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record S3Call(SdkHttpMethod method, String key, Map<String, String> headers, byte[] body) {
    /** One without a body. */
    static S3Call of(SdkHttpMethod method, String key, Map<String, String> headers) {
      return new S3Call(method, key, headers, new byte[0]);
    }
  }

  /** An answer with the beginning of its body. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record S3Answer(HttpExecuteResponse response, byte[] body) {
    int status() {
      return response.httpResponse().statusCode();
    }

    String header(String name) {
      return response.httpResponse().firstMatchingHeader(name).orElse("");
    }
  }

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build();
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final String bucket;
  private final String origin;

  /** Requests to the bucket that {@code FILES} names. */
  S3Requests(Environment environment) {
    credentials = credentials(environment);
    region = environment.orElse("AWS_REGION", "eu-central-1");
    bucket = environment.required("FILES");
    String elsewhere =
        environment.orElse("AWS_ENDPOINT_URL_S3", environment.orElse("AWS_ENDPOINT_URL", ""));
    String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    origin =
        elsewhere.isEmpty()
            ? "https://" + bucket + ".s3." + region + domain
            : elsewhere + "/" + bucket;
  }

  /** Lambda's variables; with SnapStart they are absent, and its container endpoint is asked. */
  private static AwsCredentialsProvider credentials(Environment environment) {
    String id = environment.orElse("AWS_ACCESS_KEY_ID", "");
    if (id.isEmpty()) {
      return ContainerCredentialsProvider.create();
    }
    String secret = environment.required("AWS_SECRET_ACCESS_KEY");
    String token = environment.orElse("AWS_SESSION_TOKEN", "");
    return StaticCredentialsProvider.create(
        token.isEmpty()
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }

  AwsCredentials signing() {
    return credentials.resolveCredentials();
  }

  String region() {
    return region;
  }

  String bucket() {
    return bucket;
  }

  /** Where the bucket is reached. */
  String origin() {
    return origin;
  }

  /** The address by which anybody may send this very request, for a time. */
  String presigned(
      SdkHttpMethod method, String key, Map<String, String> headers, Instant now, Duration valid) {
    SdkHttpRequest request = request(method, key, headers).build();
    SignedRequest signed =
        signer.sign(
            sign ->
                common(sign, request)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, valid)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false));
    return signed.request().getUri().toString();
  }

  /**
   * Sends one of those requests that end the same however often they are sent.
   *
   * @throws Failure UNAVAILABLE when S3 can't be reached
   */
  S3Answer send(S3Call call) {
    for (int attempt = 1; ; attempt++) {
      try {
        S3Answer answered = once(call);
        if (answered.status() < 500 || attempt == ATTEMPTS) {
          return answered;
        }
      } catch (IOException unreachable) {
        if (attempt == ATTEMPTS) {
          throw unavailable();
        }
      }
    }
  }

  static Failure unavailable() {
    return Failure.unavailable(RETRY_AFTER_SECONDS);
  }

  private S3Answer once(S3Call call) throws IOException {
    boolean put = call.method() == SdkHttpMethod.PUT;
    SdkHttpRequest.Builder unsigned = request(call.method(), call.key(), call.headers());
    if (put) {
      unsigned.putHeader("content-length", Integer.toString(call.body().length));
    }
    SignedRequest signed =
        signer.sign(
            sign ->
                common(sign, unsigned.build())
                    .payload(() -> new ByteArrayInputStream(call.body())));
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(signed.request());
    if (put) { // without a body, too: Java's connection wants one for a PUT
      signed.payload().ifPresent(execute::contentStreamProvider);
    }
    HttpExecuteResponse response = http.prepareRequest(execute.build()).call();
    return new S3Answer(response, body(response));
  }

  private SdkHttpRequest.Builder request(
      SdkHttpMethod method, String key, Map<String, String> headers) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(method).uri(URI.create(origin + "/" + key));
    headers.forEach(request::putHeader);
    return request;
  }

  private SignRequest.Builder<AwsCredentialsIdentity> common(
      SignRequest.Builder<AwsCredentialsIdentity> sign, SdkHttpRequest request) {
    return sign.identity(signing())
        .request(request)
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
  }

  private static byte[] body(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return new byte[0];
    }
    try (InputStream body = response.responseBody().get()) {
      return body.readNBytes(ContentSniffer.BYTES);
    }
  }
}
