package org.alike.kernel;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One HTTP request as API Gateway hands it on (HTTP API, payload format 2.0).
 *
 * @param id the gateway's request id
 * @param routeKey the matched route, e.g. {@code GET /conditions/{slug}}
 * @param method in upper case
 * @param path the path as it was called
 * @param pathParameters decoded
 * @param query repeated parameters joined by a comma
 * @param headers names in lower case, repeated ones joined by a comma
 * @param body the bytes sent
 * @param sourceAddress the caller's IP address
 * @param verified who calls, when the route has an authorizer
 * @param received when
 */
public record Request(
    String id,
    String routeKey,
    String method,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    Body body,
    String sourceAddress,
    Optional<Caller> verified,
    Instant received) {
  private static final int MAX_LIMIT = 50;
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_KEY = 255;

  /** Reads the gateway's event; parts that are missing are empty. */
  static Request of(Map<String, Object> event, Instant received) {
    Map<String, Object> context = part(event, "requestContext");
    Map<String, Object> http = part(context, "http");
    Map<String, Object> jwt = part(part(context, "authorizer"), "jwt");
    return new Request(
        text(context, "requestId"),
        text(event, "routeKey"),
        text(http, "method").toUpperCase(Locale.ROOT),
        text(event, "rawPath"),
        texts(part(event, "pathParameters"), false),
        texts(part(event, "queryStringParameters"), false),
        texts(part(event, "headers"), true),
        new Body(text(event, "body"), Boolean.TRUE.equals(event.get("isBase64Encoded"))),
        text(http, "sourceIp"),
        jwt.isEmpty() ? Optional.empty() : Optional.of(Caller.of(part(jwt, "claims"))),
        received);
  }

  /** A parameter of the route's path; the template guarantees that it is there. */
  public String path(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw Failure.notFound("There is nothing at this address.");
    }
    return value;
  }

  /** A query parameter, when it was sent and is not blank. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** A header by its lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** How many items a list should have: {@code limit}, 1 to 50, by default 20. */
  public int limit() {
    return limit(DEFAULT_LIMIT);
  }

  /** The same with another default. */
  public int limit(int otherwise) {
    return query("limit").map(Request::limit).orElse(otherwise);
  }

  /**
   * The member who calls.
   *
   * @throws Failure UNAUTHENTICATED without a verified token, FORBIDDEN when it is nobody's who is
   *     a confirmed member
   */
  public String member() {
    return caller()
        .memberId()
        .orElseThrow(
            () ->
                Failure.of(
                    Failure.Kind.FORBIDDEN,
                    "This is for members. Sign up and confirm your address first."));
  }

  /**
   * Who calls, a member or not, if they have this role.
   *
   * @throws Failure UNAUTHENTICATED without a verified token, FORBIDDEN without the role
   */
  public Caller inRole(String role) {
    Caller caller = caller();
    if (!caller.roles().contains(role)) {
      throw Failure.of(Failure.Kind.FORBIDDEN, "Your sign-in does not have the role for this.");
    }
    return caller;
  }

  /** The member who calls, on a route that strangers may call too. */
  public Optional<String> memberIfAny() {
    return verified.flatMap(Caller::memberId);
  }

  /** The media type of the body, in lower case and without parameters; empty when not sent. */
  public String mediaType() {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The fields of a JSON body.
   *
   * @throws Failure UNSUPPORTED_TYPE for another media type, MALFORMED for anything but one strict
   *     JSON object
   */
  public Fields fields() {
    return Fields.of(object());
  }

  /** The same as it was sent, for who reads its parts one by one. */
  public Map<String, Object> object() {
    String type = mediaType();
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      throw Failure.of(Failure.Kind.UNSUPPORTED_TYPE, "Please send application/json.");
    }
    return Json.object(body.text());
  }

  /**
   * What makes this POST repeatable, when it carries an {@code Idempotency-Key}.
   *
   * @param answer how the result is answered; must be the very answer that the handler gives
   */
  public <T> Repeat<T> repeat(Function<T, Answer> answer) {
    return markerId()
        .map(id -> Repeat.<T>of(result -> marker(id, answer.apply(result))))
        .orElseGet(Repeat::none);
  }

  /** The id of this request's marker: caller, address and key; empty without a key. */
  Optional<String> markerId() {
    return header("idempotency-key")
        .map(
            key -> {
              if (key.isBlank() || key.length() > MAX_KEY || !Texts.storableLine(key)) {
                throw Failure.malformed("The Idempotency-Key must have 1 to 255 characters.");
              }
              return Digest.of(verified.map(Caller::id).orElse("anyone"), method, path, key);
            });
  }

  /** The digest by which a repeat is told from another request under the same key. */
  String fingerprint() {
    return Digest.of(mediaType(), Digest.of(body.bytes()));
  }

  private Caller caller() {
    return verified.orElseThrow(
        () -> Failure.of(Failure.Kind.UNAUTHENTICATED, "Please sign in first."));
  }

  private Marker marker(String id, Answer answer) {
    return new Marker(id, fingerprint(), answer, received.plus(Marker.KEPT));
  }

  private static int limit(String text) {
    boolean digits = text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int limit = digits ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Failure.invalid("limit", "range", "The limit is a number from 1 to 50.");
    }
    return limit;
  }

  private static Map<String, Object> part(Map<String, Object> object, String name) {
    return Json.asObject(object.get(name)).orElse(Map.of());
  }

  private static String text(Map<String, Object> object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  private static Map<String, String> texts(Map<String, Object> object, boolean lowerCase) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (value != null) {
            texts.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, String.valueOf(value));
          }
        });
    return texts;
  }
}
