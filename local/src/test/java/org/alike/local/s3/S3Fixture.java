package org.alike.local.s3;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The endpoint with one bucket, the SDK's client and presigner, and a clock that can be moved. */
final class S3Fixture implements AutoCloseable {
  static final String BUCKET = "FormsFiles";
  static final AwsCredentials OWNER = AwsBasicCredentials.create("owner", "a-secret");
  static final AwsCredentials WRITER =
      AwsSessionCredentials.create("writer", "another-secret", "a-token");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<SdkAutoCloseable> open = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  final S3Endpoint endpoint;
  private Duration later = Duration.ZERO;

  S3Fixture(Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    Bucket bucket =
        new Bucket(
            BUCKET,
            folder,
            List.of(new Bucket.Cors(List.of("*"), List.of("POST"), List.of("*"), List.of("ETag"))),
            Map.of("waiting/", Duration.ofDays(1)));
    endpoint = new S3Endpoint(List.of(bucket), new Known(), new Later());
    server.createContext("/" + BUCKET, endpoint);
    server.createContext("/another", endpoint);
    server.setExecutor(threads);
    server.start();
  }

  /** The owner may do everything, the writer may put what waits and nothing else. */
  private static final class Known implements Callers {
    @Override
    public @Nullable Credentials find(String keyId) {
      return switch (keyId) {
        case "owner" -> new Credentials("owner", "a-secret", null);
        case "writer" -> new Credentials("writer", "another-secret", "a-token");
        default -> null;
      };
    }

    @Override
    public boolean allows(String keyId, String action, String bucket, String key) {
      return keyId.equals("owner") || (action.equals("s3:PutObject") && key.startsWith("waiting/"));
    }
  }

  private final class Later extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(later);
    }
  }

  /** From now on the endpoint's clock is ahead of everybody's. */
  void later(Duration time) {
    later = time;
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  S3Client client(AwsCredentials credentials) {
    S3Client client =
        S3Client.builder()
            .endpointOverride(uri())
            .region(Region.EU_CENTRAL_1)
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    open.add(client);
    return client;
  }

  S3Presigner presigner(AwsCredentials credentials) {
    S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(uri())
            .region(Region.EU_CENTRAL_1)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .build();
    open.add(presigner);
    return presigner;
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
  }

  /** The fields of an upload form with this policy, signed as its documentation says. */
  Map<String, String> form(AwsCredentials credentials, String key, String conditions) {
    Instant now = Instant.now().plus(later);
    String date = Signatures.TIME.format(now.atOffset(ZoneOffset.UTC));
    Scope scope = new Scope(credentials.accessKeyId(), date.substring(0, 8), "eu-central-1", "s3");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("key", key);
    form.put("x-amz-algorithm", Scope.ALGORITHM);
    form.put("x-amz-credential", credentials.accessKeyId() + "/" + scope.text());
    form.put("x-amz-date", date);
    if (credentials instanceof AwsSessionCredentials session) {
      form.put("x-amz-security-token", session.sessionToken());
    }
    StringBuilder policy =
        new StringBuilder("{\"expiration\":\"" + now.plusSeconds(900) + "\",\"conditions\":[");
    policy.append("{\"bucket\":\"" + BUCKET + "\"}");
    form.forEach((name, value) -> policy.append(",{\"%s\":\"%s\"}".formatted(name, value)));
    policy.append(conditions).append("]}");
    String encoded =
        Base64.getEncoder().encodeToString(policy.toString().getBytes(StandardCharsets.UTF_8));
    form.put("policy", encoded);
    form.put(
        "x-amz-signature", Scope.sign(scope.signingKey(credentials.secretAccessKey()), encoded));
    return form;
  }

  HttpResponse<String> post(Map<String, String> fields, byte[] file)
      throws IOException, InterruptedException {
    String boundary = "----a-boundary";
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
            .formatted(boundary));
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(uri().resolve("/" + BUCKET))
            .header("content-type", "multipart/form-data; boundary=" + boundary)
            .header("origin", "https://www.example.org")
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofByteArray(start),
                    HttpRequest.BodyPublishers.ofByteArray(file),
                    HttpRequest.BodyPublishers.ofByteArray(end))));
  }

  @Override
  public void close() {
    open.forEach(SdkAutoCloseable::close);
    server.stop(0);
    threads.shutdownNow();
  }
}
