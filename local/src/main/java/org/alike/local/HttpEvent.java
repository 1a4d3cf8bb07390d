package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a request as the event a function gets: payload format 2.0. */
final class HttpEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

  private HttpEvent() {}

  static ObjectNode of(
      Incoming request,
      Router.Match match,
      JwtAuthorizer.@Nullable Claims claims,
      String id,
      Instant now) {
    ObjectNode event = Json.object().put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.path()).put("rawQueryString", request.query());
    cookies(event, request);
    headers(event.putObject("headers"), request);
    if (!request.query().isEmpty()) {
      query(event.putObject("queryStringParameters"), request.query());
    }
    event.set("requestContext", context(request, match, claims, id, now));
    if (!match.parameters().isEmpty()) {
      ObjectNode parameters = event.putObject("pathParameters");
      match.parameters().forEach(parameters::put);
    }
    body(event, request);
    return event;
  }

  private static void cookies(ObjectNode event, Incoming request) {
    for (String header : request.headers().getOrDefault("cookie", List.of())) {
      for (String cookie : header.split(";", -1)) {
        event.withArray("cookies").add(cookie.strip());
      }
    }
  }

  private static void headers(ObjectNode headers, Incoming request) {
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equals("cookie")) {
                headers.put(name, String.join(",", values));
              }
            });
    String before = request.header("x-forwarded-for");
    String address = request.address();
    headers.put("x-forwarded-for", before == null ? address : before + ", " + address);
    headers.put("x-forwarded-proto", "https");
    headers.put("x-forwarded-port", "443");
  }

  private static void query(ObjectNode parameters, String query) {
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int sign = pair.indexOf('=');
        String name = decode(sign < 0 ? pair : pair.substring(0, sign));
        String value = sign < 0 ? "" : decode(pair.substring(sign + 1));
        JsonNode before = parameters.get(name);
        parameters.put(name, before == null ? value : before.asText() + "," + value);
      }
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static ObjectNode context(
      Incoming request,
      Router.Match match,
      JwtAuthorizer.@Nullable Claims claims,
      String id,
      Instant now) {
    ObjectNode context = Json.object().put("accountId", Settings.ACCOUNT).put("apiId", "local");
    if (claims != null) {
      context.set("authorizer", authorizer(claims));
    }
    String host = request.header("host", "localhost");
    context.put("domainName", host).put("domainPrefix", host.replaceAll("[.:].*", ""));
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", request.protocol())
        .put("sourceIp", request.address())
        .put("userAgent", request.header("user-agent", ""));
    context.put("requestId", id).put("routeKey", match.route().key()).put("stage", "$default");
    context.put("time", TIME.format(now.atOffset(ZoneOffset.UTC)));
    return context.put("timeEpoch", now.toEpochMilli());
  }

  private static ObjectNode authorizer(JwtAuthorizer.Claims claims) {
    ObjectNode authorizer = Json.object();
    ObjectNode jwt = authorizer.putObject("jwt");
    ObjectNode texts = jwt.putObject("claims");
    for (Map.Entry<String, String> claim : claims.texts().entrySet()) {
      texts.put(claim.getKey(), claim.getValue());
    }
    jwt.putNull("scopes");
    return authorizer;
  }

  private static void body(ObjectNode event, Incoming request) {
    byte[] body = request.body();
    boolean text = isText(request.header("content-type", "text/plain"));
    if (body != null && body.length > 0) {
      event.put("body", text ? request.text() : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body != null && body.length > 0 && !text);
  }

  private static boolean isText(String type) {
    String plain = type.toLowerCase(Locale.ROOT);
    return plain.startsWith("text/")
        || plain.startsWith("application/json")
        || plain.startsWith("application/xml")
        || plain.startsWith("application/javascript")
        || plain.contains("+json")
        || plain.contains("+xml");
  }
}
