package org.alike.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be asked of one bucket and its objects. Thread-safe. */
final class BucketRequests {
  /** What is not about an object's content; nothing of it is known here. */
  private static final Set<String> SUBRESOURCES =
      Set.of("acl", "tagging", "uploads", "uploadId", "versionId", "policy", "cors", "lifecycle");

  private final Bucket bucket;
  private final Callers callers;
  private final Clock clock;
  private final Objects objects;
  private final ObjectReader reader;

  BucketRequests(Bucket bucket, Callers callers, Clock clock) throws IOException {
    this.bucket = bucket;
    this.callers = callers;
    this.clock = clock;
    this.objects = new Objects(bucket.folder(), clock);
    this.reader = new ObjectReader(objects);
  }

  Bucket bucket() {
    return bucket;
  }

  S3Reply answer(S3Request request, Signed signed, InputStream body) throws IOException, S3Problem {
    if (request.query().stream().anyMatch(p -> SUBRESOURCES.contains(p.name()))) {
      throw S3Problem.of(501, "NotImplemented", "The local stack does not have this.");
    }
    if (request.key().isEmpty()) {
      return list(request, signed);
    }
    return switch (request.method()) {
      case "PUT" ->
          request.header("x-amz-copy-source") == null
              ? put(request, signed, body)
              : copy(request, signed);
      case "GET", "HEAD" -> reader.read(found(signed, request.key()), request);
      case "DELETE" -> delete(request, signed);
      default ->
          throw S3Problem.of(
              405,
              "MethodNotAllowed",
              "The specified method is not allowed against this resource.");
    };
  }

  /** A browser's upload form: who may send it says its signed policy. */
  S3Reply post(S3Request request, InputStream body) throws IOException, S3Problem {
    FormParts form = FormParts.of(body, request.header("content-type", ""));
    Path file = objects.incoming();
    try (InputStream content = form.file()) {
      Map<String, String> fields = form.fields();
      PostPolicy policy = PostPolicy.check(fields, bucket.name(), callers, clock.instant());
      String key = fields.getOrDefault("key", "").replace("${filename}", form.fileName());
      if (key.isEmpty()) {
        throw S3Problem.malformed("Bucket POST must contain a field named 'key'.");
      }
      require(policy.keyId(), "s3:PutObject", key);
      Received received = Received.all(new Limited(content, policy.most()), file);
      policy.checkSize(received.size());
      StoredObject object = objects.put(key, received, StoredObject.kept(fields));
      return posted(object, fields.getOrDefault("success_action_status", "204"));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private S3Reply posted(StoredObject object, String status) {
    if (!status.equals("201")) {
      return S3Reply.of(status.equals("200") ? 200 : 204).with("etag", object.etag());
    }
    String place = "/" + bucket.name() + "/" + object.key();
    return S3Reply.xml(
            201,
            "<PostResponse><Location>%s</Location><Bucket>%s</Bucket><Key>%s</Key><ETag>%s</ETag></PostResponse>"
                .formatted(
                    S3Reply.escape(place),
                    S3Reply.escape(bucket.name()),
                    S3Reply.escape(object.key()),
                    S3Reply.escape(object.etag())))
        .with("etag", object.etag());
  }

  private S3Reply put(S3Request request, Signed signed, InputStream body)
      throws IOException, S3Problem {
    require(signed.keyId(), "s3:PutObject", request.key());
    boolean onlyNew = request.header("if-none-match", "").equals("*");
    if (onlyNew && objects.find(request.key()) != null) {
      throw preconditionFailed();
    }
    Path file = objects.incoming();
    try {
      Received received = Received.body(body, request, signed, file);
      StoredObject object =
          objects.put(request.key(), received, StoredObject.kept(request.headers()));
      return S3Reply.of(200).with("etag", object.etag());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private S3Reply copy(S3Request request, Signed signed) throws IOException, S3Problem {
    String source = S3Request.decode(request.header("x-amz-copy-source", ""));
    String prefix = "/" + bucket.name() + "/";
    String place = source.startsWith("/") ? source : "/" + source;
    if (!place.startsWith(prefix)) {
      throw S3Problem.of(501, "NotImplemented", "Copies stay in their bucket here.");
    }
    StoredObject from = found(signed, place.substring(prefix.length()));
    require(signed.keyId(), "s3:PutObject", request.key());
    String expected = request.header("x-amz-copy-source-if-match");
    if (expected != null && !expected.replace("\"", "").equals(from.etag().replace("\"", ""))) {
      throw preconditionFailed();
    }
    boolean replace = request.header("x-amz-metadata-directive", "COPY").equals("REPLACE");
    Map<String, String> headers = replace ? StoredObject.kept(request.headers()) : from.headers();
    Path file = objects.incoming();
    try (InputStream content = Files.newInputStream(objects.content(from.key()))) {
      StoredObject object = objects.put(request.key(), Received.all(content, file), headers);
      return S3Reply.xml(
          200,
          "<CopyObjectResult><LastModified>%s</LastModified><ETag>%s</ETag></CopyObjectResult>"
              .formatted(object.modified(), S3Reply.escape(object.etag())));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private S3Reply delete(S3Request request, Signed signed) throws IOException, S3Problem {
    require(signed.keyId(), "s3:DeleteObject", request.key());
    objects.delete(request.key());
    return S3Reply.of(204);
  }

  private S3Reply list(S3Request request, Signed signed) throws IOException, S3Problem {
    require(signed.keyId(), "s3:ListBucket", "");
    if (!request.method().equals("GET") || !request.parameter("list-type", "").equals("2")) {
      throw S3Problem.of(501, "NotImplemented", "Only ListObjectsV2 is known here.");
    }
    StringBuilder entries = new StringBuilder();
    Map<String, StoredObject> found = new TreeMap<>();
    objects.list(request.parameter("prefix", "")).forEach(o -> found.put(o.key(), o));
    for (StoredObject object : found.values()) {
      entries.append(
          "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>%s</ETag><Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>"
              .formatted(
                  S3Reply.escape(object.key()),
                  object.modified(),
                  S3Reply.escape(object.etag()),
                  object.size()));
    }
    return S3Reply.xml(
        200,
        "<ListBucketResult><Name>%s</Name><KeyCount>%d</KeyCount><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
            .formatted(S3Reply.escape(bucket.name()), found.size(), entries));
  }

  /** Who may not list the bucket does not learn which objects there are. */
  private StoredObject found(Signed signed, String key) throws IOException, S3Problem {
    require(signed.keyId(), "s3:GetObject", key);
    @Nullable StoredObject object = objects.find(key);
    if (object == null) {
      require(signed.keyId(), "s3:ListBucket", "");
      throw S3Problem.noSuchKey();
    }
    return object;
  }

  private void require(String keyId, String action, String key) throws S3Problem {
    if (!callers.allows(keyId, action, bucket.name(), key)) {
      throw S3Problem.denied(keyId + " may not " + action + " on " + bucket.name());
    }
  }

  private static S3Problem preconditionFailed() {
    return S3Problem.of(
        412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }

  void expire() throws IOException {
    for (Map.Entry<String, Duration> rule : bucket.expiries().entrySet()) {
      for (StoredObject object : objects.list(rule.getKey())) {
        if (object.modified().plus(rule.getValue()).isBefore(clock.instant())) {
          objects.delete(object.key());
        }
      }
    }
  }
}
