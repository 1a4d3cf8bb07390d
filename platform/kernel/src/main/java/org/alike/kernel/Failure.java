package org.alike.kernel;

import java.util.List;
import java.util.Map;

/**
 * A request that ends in one of the closed set of failures that clients may see.
 *
 * <p>Use cases throw it; {@link HttpEndpoint} alone turns it into {@code application/problem+json}.
 * The detail is written for a person and never holds a value that was sent.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The closed set, each with its HTTP status and title. */
  public enum Kind {
    MALFORMED(400, "Malformed request"),
    UNAUTHENTICATED(401, "Sign-in needed"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    CONFLICT(409, "Conflict"),
    GONE(410, "No longer there"),
    PRECONDITION_FAILED(412, "Changed in the meantime"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_TYPE(415, "Unsupported media type"),
    INVALID(422, "Invalid"),
    PRECONDITION_REQUIRED(428, "Condition needed"),
    TOO_MANY(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Busy, try again shortly");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The problem's title. */
    public String title() {
      return title;
    }
  }

  private final Kind kind;
  private final transient List<Violation> violations;
  private final transient Map<String, String> headers;

  private Failure(
      Kind kind, String detail, List<Violation> violations, Map<String, String> headers) {
    super(detail, null, false, false);
    this.kind = kind;
    this.violations = List.copyOf(violations);
    this.headers = Map.copyOf(headers);
  }

  /** A failure of the given kind. */
  public static Failure of(Kind kind, String detail) {
    return new Failure(kind, detail, List.of(), Map.of());
  }

  /** The request can't be read at all. */
  public static Failure malformed(String detail) {
    return of(Kind.MALFORMED, detail);
  }

  /** There is no such thing, or none that this caller may know of. */
  public static Failure notFound(String detail) {
    return of(Kind.NOT_FOUND, detail);
  }

  /** The request was read, and broke these rules. */
  public static Failure invalid(List<Violation> violations) {
    return new Failure(Kind.INVALID, "Please check the fields named here.", violations, Map.of());
  }

  /** The request was read, and broke this rule. */
  public static Failure invalid(String pointer, String code, String message) {
    return invalid(List.of(new Violation(pointer, code, message)));
  }

  /** A part we depend on is busy or away; the same request may succeed after so many seconds. */
  public static Failure unavailable(int retryAfterSeconds) {
    return retryLater(Kind.UNAVAILABLE, "Please try again in a moment.", retryAfterSeconds);
  }

  /** The caller asks too often; the same request may succeed after so many seconds. */
  public static Failure tooMany(int retryAfterSeconds) {
    return retryLater(Kind.TOO_MANY, "Please wait a little.", retryAfterSeconds);
  }

  /** The path exists, but not with this method. */
  public static Failure methodNotAllowed(String allow) {
    return new Failure(
        Kind.METHOD_NOT_ALLOWED,
        "This address does not take that method.",
        List.of(),
        Map.of("allow", allow));
  }

  private static Failure retryLater(Kind kind, String detail, int seconds) {
    return new Failure(kind, detail, List.of(), Map.of("retry-after", Integer.toString(seconds)));
  }

  /** Which of the closed set. */
  public Kind kind() {
    return kind;
  }

  /** The text for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** The rules that were broken, for {@link Kind#INVALID}. */
  public List<Violation> violations() {
    return violations;
  }

  /** Headers the answer carries, e.g. {@code allow} or {@code retry-after}. */
  public Map<String, String> headers() {
    return headers;
  }
}
