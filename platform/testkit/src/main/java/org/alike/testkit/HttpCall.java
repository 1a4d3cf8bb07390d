package org.alike.testkit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * Calls a handler with the event that API Gateway would send (HTTP API, payload 2.0).
 *
 * <pre>{@code
 * Reply reply = HttpCall.of("GET /conditions/{slug}").path("slug", "als").send(function);
 * }</pre>
 *
 * <p>Not thread-safe; one per call.
 */
public final class HttpCall {
  private final String routeKey;
  private final Map<String, Object> pathParameters = new LinkedHashMap<>();
  private final Map<String, Object> query = new LinkedHashMap<>();
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private String method;
  private String body = "";
  private boolean base64;

  private HttpCall(String routeKey) {
    this.routeKey = routeKey;
    this.method = routeKey.substring(0, Math.max(0, routeKey.indexOf(' ')));
  }

  /** A call of this route. */
  public static HttpCall of(String routeKey) {
    return new HttpCall(routeKey);
  }

  /** With another method than the route's, as it happens on {@code ANY} routes. */
  public HttpCall method(String other) {
    method = other;
    return this;
  }

  /** With a path parameter. */
  public HttpCall path(String name, String value) {
    pathParameters.put(name, value);
    return this;
  }

  /** With a query parameter. */
  public HttpCall query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /** With a header. */
  public HttpCall header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Signed in as this member. */
  public HttpCall as(String memberId) {
    return claim("member_id", memberId);
  }

  /** With a verified claim. */
  public HttpCall claim(String name, String value) {
    claims.put(name, value);
    return this;
  }

  /** With a JSON body. */
  public HttpCall json(Object value) {
    return body("application/json", Json.write(value));
  }

  /** With any body. */
  public HttpCall body(String type, String text) {
    body = text;
    return header("content-type", type);
  }

  /** With a body that the gateway hands on in base64. */
  public HttpCall bytes(String type, byte[] bytes) {
    base64 = true;
    return body(type, Base64.getEncoder().encodeToString(bytes));
  }

  /** Sends it. */
  public Reply send(RequestStreamHandler handler) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CapturingContext context = new CapturingContext();
    try {
      byte[] event = Json.write(event()).getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(event), out, context);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Reply.of(Json.trusted(out.toString(StandardCharsets.UTF_8)), context.lines());
  }

  /** The event itself. */
  public Map<String, Object> event() {
    String path = routeKey.substring(routeKey.indexOf(' ') + 1);
    for (Map.Entry<String, Object> parameter : pathParameters.entrySet()) {
      path = path.replace("{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
    }
    Object authorizer = claims.isEmpty() ? null : Json.of("jwt", Json.of("claims", claims));
    Map<String, Object> http =
        Json.of("method", method, "path", path, "protocol", "HTTP/1.1", "sourceIp", "192.0.2.1");
    return Json.of(
        "version",
        "2.0",
        "routeKey",
        routeKey,
        "rawPath",
        path,
        "rawQueryString",
        "",
        "headers",
        headers,
        "queryStringParameters",
        query.isEmpty() ? null : query,
        "pathParameters",
        pathParameters.isEmpty() ? null : pathParameters,
        "requestContext",
        Json.of(
            "requestId", "test-request",
            "routeKey", routeKey,
            "stage", "$default",
            "http", http,
            "authorizer", authorizer),
        "body",
        body.isEmpty() ? null : body,
        "isBase64Encoded",
        base64);
  }
}
