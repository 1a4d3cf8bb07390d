package org.alike.local.s3;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks the signatures of requests: in the header {@code Authorization}, or in the query of a
 * presigned address, which expires. Thread-safe.
 */
final class Signatures {
  private static final Duration SKEW = Duration.ofMinutes(15);
  private static final long LONGEST_SECONDS = 604_800;
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Callers callers;
  private final Clock clock;

  Signatures(Callers callers, Clock clock) {
    this.callers = callers;
    this.clock = clock;
  }

  Signed check(S3Request request) throws S3Problem {
    if (request.parameter("X-Amz-Signature") != null) {
      return checkQuery(request);
    }
    String authorization = request.header("authorization");
    if (authorization == null) {
      throw S3Problem.denied("Anonymous users cannot do this.");
    }
    return checkHeader(request, authorization);
  }

  private Signed checkHeader(S3Request request, String authorization) throws S3Problem {
    Map<String, String> parts = parts(authorization);
    String date = request.header("x-amz-date", "");
    Instant at = time(date);
    if (Duration.between(at, clock.instant()).abs().compareTo(SKEW) > 0) {
      throw S3Problem.of(
          403, "RequestTimeTooSkewed", "The request's time is too far from the current time.");
    }
    String payload = request.header("x-amz-content-sha256");
    if (payload == null) {
      throw S3Problem.of(
          400, "InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
    }
    String token = request.header("x-amz-security-token", "");
    return check(
        request,
        new Claim(
            parts.getOrDefault("Credential", ""),
            parts.getOrDefault("SignedHeaders", ""),
            parts.getOrDefault("Signature", ""),
            date,
            payload,
            token));
  }

  private Signed checkQuery(S3Request request) throws S3Problem {
    if (!request.parameter("X-Amz-Algorithm", "").equals(Scope.ALGORITHM)) {
      throw S3Problem.of(400, "AuthorizationQueryParametersError", "The algorithm is not known.");
    }
    String date = request.parameter("X-Amz-Date", "");
    long seconds = seconds(request.parameter("X-Amz-Expires", ""));
    Instant from = time(date);
    Instant now = clock.instant();
    if (from.minus(SKEW).isAfter(now)) {
      throw S3Problem.denied("Request is not valid yet");
    }
    if (!from.plusSeconds(seconds).isAfter(now)) {
      throw S3Problem.denied("Request has expired");
    }
    return check(
        request,
        new Claim(
            request.parameter("X-Amz-Credential", ""),
            request.parameter("X-Amz-SignedHeaders", ""),
            request.parameter("X-Amz-Signature", ""),
            date,
            request.header("x-amz-content-sha256", Signed.UNSIGNED),
            request.parameter("X-Amz-Security-Token", "")));
  }

  /** What a request says about its signature. */
  private record Claim(
      String credential,
      String signedHeaders,
      String signature,
      String date,
      String payload,
      String token) {}

  private Signed check(S3Request request, Claim claim) throws S3Problem {
    Scope scope = Scope.of(claim.credential());
    byte[] key = signingKey(callers, scope, claim.date(), claim.token());
    String toSign =
        String.join(
            "\n",
            Scope.ALGORITHM,
            claim.date(),
            scope.text(),
            Scope.sha256(canonical(request, claim)));
    if (!Scope.same(Scope.sign(key, toSign), claim.signature())) {
      throw S3Problem.wrongSignature();
    }
    return new Signed(scope.keyId(), claim.payload(), claim.signature(), claim.date(), scope, key);
  }

  /** The key of a caller who is known, who has the token, and for the right day. */
  static byte[] signingKey(Callers callers, Scope scope, String date, String token)
      throws S3Problem {
    Credentials known = callers.find(scope.keyId());
    if (known == null) {
      throw S3Problem.of(
          403,
          "InvalidAccessKeyId",
          "The AWS Access Key Id you provided does not exist in our records.");
    }
    if (!Scope.same(known.token() == null ? "" : known.token(), token)) {
      throw S3Problem.of(400, "InvalidToken", "The provided token is malformed or invalid.");
    }
    if (!date.startsWith(scope.date()) || scope.date().length() != 8) {
      throw S3Problem.wrongSignature();
    }
    return scope.signingKey(known.secret());
  }

  private static String canonical(S3Request request, Claim claim) throws S3Problem {
    List<String> names = List.of(claim.signedHeaders().split(";", -1));
    StringBuilder headers = new StringBuilder();
    for (String name : names) {
      String value = request.header(name, "").strip().replaceAll(" +", " ");
      headers.append(name).append(':').append(value).append('\n');
    }
    boolean complete =
        names.contains("host")
            && request.headers().keySet().stream()
                .filter(name -> name.startsWith("x-amz-"))
                .filter(name -> !name.equals("x-amz-content-sha256"))
                .allMatch(names::contains);
    if (!complete) {
      throw S3Problem.denied("There were headers present in the request which were not signed");
    }
    return String.join(
        "\n",
        request.method(),
        request.canonicalPath(),
        request.canonicalQuery(),
        headers,
        claim.signedHeaders(),
        claim.payload());
  }

  private static Map<String, String> parts(String authorization) throws S3Problem {
    if (!authorization.startsWith(Scope.ALGORITHM + " ")) {
      throw S3Problem.of(
          400, "InvalidRequest", "Please use " + Scope.ALGORITHM + " to sign the request.");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : authorization.substring(Scope.ALGORITHM.length()).split(",", -1)) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        parts.put(part.substring(0, sign).strip(), part.substring(sign + 1).strip());
      }
    }
    return parts;
  }

  static Instant time(String date) throws S3Problem {
    try {
      return LocalDateTime.parse(date, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noTime) {
      throw S3Problem.denied("A signed request needs its time in x-amz-date.");
    }
  }

  private static long seconds(String text) throws S3Problem {
    boolean digits =
        !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long seconds = digits ? Long.parseLong(text) : 0;
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw S3Problem.of(
          400, "AuthorizationQueryParametersError", "X-Amz-Expires must be less than a week.");
    }
    return seconds;
  }
}
