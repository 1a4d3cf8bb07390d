package org.alike.local.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * S3 in path style, {@code /bucket/key}: presigned POST and PUT, PUT, copy, GET with ranges, HEAD,
 * DELETE and the list of a bucket. Thread-safe.
 */
public final class S3Endpoint implements HttpHandler {
  /** What is read of a request that is refused, so that its sender hears why. */
  private static final long PATIENCE_BYTES = 200L * 1024 * 1024;

  private final Map<String, BucketRequests> buckets = new LinkedHashMap<>();
  private final Signatures signatures;

  /**
   * An endpoint with these buckets, and no others.
   *
   * @throws IOException when a bucket's folder can't be made or read
   */
  public S3Endpoint(List<Bucket> buckets, Callers callers, Clock clock) throws IOException {
    this.signatures = new Signatures(callers, clock);
    for (Bucket bucket : buckets) {
      this.buckets.put(bucket.name(), new BucketRequests(bucket, callers, clock));
    }
  }

  /** Removes what is older than its bucket keeps it, as S3 does once a day. */
  public void expire() throws IOException {
    for (BucketRequests bucket : buckets.values()) {
      bucket.expire();
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    S3Request request = S3Request.of(exchange);
    BucketRequests bucket = buckets.get(request.bucket());
    S3Reply reply = answer(request, bucket, exchange.getRequestBody());
    drain(exchange.getRequestBody());
    Bucket.@Nullable Cors rule = bucket == null ? null : rule(bucket.bucket(), request);
    shared(reply.with("x-amz-request-id", UUID.randomUUID().toString()), rule, request)
        .send(exchange);
  }

  private S3Reply answer(S3Request request, @Nullable BucketRequests bucket, InputStream body)
      throws IOException {
    try {
      if (bucket == null) {
        throw S3Problem.of(404, "NoSuchBucket", "The specified bucket does not exist");
      }
      if (request.method().equals("OPTIONS")) {
        return preflight(bucket.bucket(), request);
      }
      if (request.method().equals("POST") && request.key().isEmpty()) {
        return bucket.post(request, body);
      }
      return bucket.answer(request, signatures.check(request), body);
    } catch (S3Problem problem) {
      return S3Reply.problem(problem, request.path());
    } catch (EOFException ended) {
      return S3Reply.problem(
          S3Problem.of(400, "IncompleteBody", "The request body ended too early."), request.path());
    }
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = PATIENCE_BYTES;
    for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
      left -= read;
    }
  }

  private static S3Reply preflight(Bucket bucket, S3Request request) throws S3Problem {
    Bucket.Cors rule = rule(bucket, request);
    String wanted = request.header("access-control-request-headers", "");
    if (rule == null || !allows(rule, wanted)) {
      throw S3Problem.of(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed.");
    }
    S3Reply reply =
        S3Reply.of(200)
            .with("access-control-allow-methods", String.join(", ", rule.methods()))
            .with("access-control-max-age", "3000");
    return wanted.isEmpty() ? reply : reply.with("access-control-allow-headers", wanted);
  }

  private static boolean allows(Bucket.Cors rule, String headers) {
    return rule.headers().contains("*")
        || headers.isEmpty()
        || List.of(headers.toLowerCase(Locale.ROOT).split("[ ,]+")).stream()
            .allMatch(name -> rule.headers().stream().anyMatch(name::equalsIgnoreCase));
  }

  private static Bucket.@Nullable Cors rule(Bucket bucket, S3Request request) {
    String origin = request.header("origin");
    if (origin == null) {
      return null;
    }
    String method = request.header("access-control-request-method", request.method());
    return bucket.cors().stream().filter(r -> r.fits(origin, method)).findFirst().orElse(null);
  }

  private static S3Reply shared(S3Reply reply, Bucket.@Nullable Cors rule, S3Request request) {
    if (rule == null) {
      return reply;
    }
    boolean any = rule.origins().contains("*");
    S3Reply shared =
        reply
            .with("access-control-allow-origin", any ? "*" : request.header("origin", ""))
            .with("vary", "Origin");
    return rule.exposed().isEmpty()
        ? shared
        : shared.with("access-control-expose-headers", String.join(", ", rule.exposed()));
  }
}
