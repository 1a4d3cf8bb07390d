package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
  private static final String CANARY = "canary-riluzole-4711";
  private final Map<String, Marker> markers = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private int made;

  private final HttpEndpoint endpoint =
      HttpEndpoint.of("test", Clock.systemUTC())
          .remembering(id -> Optional.ofNullable(markers.get(id)))
          .on("GET /things/{id}", request -> Answer.ok(Json.of("id", request.path("id"))))
          .on("GET /me", request -> Answer.ok(Json.of("member", request.member())))
          .on("GET /fault", request -> fault())
          .on("POST /things", this::make)
          .onOpen("/packed", request -> Answer.bytes("text/plain", new byte[] {1, 2, -1}));

  @Test
  void answer_isTheActions_whenTheRouteIsKnown() throws IOException {
    Map<String, Object> wire = send(event("GET /things/{id}", "GET"));

    assertThat(wire.get("statusCode")).isEqualTo(200);
    assertThat(wire.get("body")).isEqualTo("{\"id\":\"a/b\"}");
    assertThat(header(wire, "cache-control")).isEqualTo("no-store");
    assertThat(header(wire, "x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void answer_isMethodNotAllowedWithAllow_whenTheCatchAllRouteBringsAnotherMethod()
      throws IOException {
    Map<String, Object> wire = send(event("ANY /things/{id}", "PUT"));

    assertThat(wire.get("statusCode")).isEqualTo(405);
    assertThat(header(wire, "allow")).isEqualTo("GET");
    assertProblem(wire, "urn:alike:problem:method-not-allowed");
  }

  @Test
  void answer_isInBase64_whenItIsBytes() throws IOException {
    Map<String, Object> wire = send(event("GET /packed", "GET"));

    assertThat(wire).containsEntry("body", "AQL/").containsEntry("isBase64Encoded", true);
  }

  @Test
  void head_isAnsweredAsGet_whenThePageIsOpenToAnybody() throws IOException {
    assertThat(send(event("ANY /packed", "HEAD"))).isEqualTo(send(event("GET /packed", "GET")));
    assertThat(header(send(event("ANY /packed", "PUT")), "allow")).isEqualTo("GET, HEAD");
    assertThat(send(event("ANY /things/{id}", "HEAD")).get("statusCode")).isEqualTo(405);
  }

  @Test
  void answer_isNotFound_whenTheRouteIsUnknown() throws IOException {
    assertThat(send(event("$default", "GET")).get("statusCode")).isEqualTo(404);
  }

  @Test
  void answer_isUnauthenticatedOrForbidden_whenNoMemberCalls() throws IOException {
    assertThat(send(event("GET /me", "GET")).get("statusCode")).isEqualTo(401);

    Map<String, Object> event = event("GET /me", "GET");
    event.put("requestContext", context("GET", Map.of("sub", "x")));
    assertThat(send(event).get("statusCode")).isEqualTo(403);

    event.put("requestContext", context("GET", Map.of("member_id", "m1")));
    assertThat(send(event).get("body")).isEqualTo("{\"member\":\"m1\"}");
  }

  @Test
  void answer_tellsNothingOfAFault_andTheLogNamesOnlyItsClassAndPlace() throws IOException {
    Map<String, Object> wire = send(event("GET /fault", "GET"));

    assertThat(wire.get("statusCode")).isEqualTo(500);
    assertProblem(wire, "urn:alike:problem:internal");
    assertThat(Json.write(wire)).doesNotContain(CANARY).doesNotContain("IllegalState");
    assertThat(log).hasSize(1);
    assertThat(log.get(0)).contains("IllegalStateException").doesNotContain(CANARY);
  }

  @Test
  void log_isOneLineWithMetrics_perRequest() throws IOException {
    send(event("GET /things/{id}", "GET"));

    Map<String, Object> line = Json.trusted(log.get(0));
    assertThat(log).hasSize(1);
    assertThat(line)
        .containsEntry("function", "test")
        .containsEntry("requestId", "r-1")
        .containsEntry("route", "GET /things/{id}")
        .containsEntry("status", 200)
        .containsKeys("ms", "dynamoRequests", "readUnits", "writeUnits", "_aws");
  }

  @Test
  void post_isAnsweredOnce_whenItsKeyIsRepeated() throws IOException {
    Map<String, Object> first = send(post("key-1", "{\"name\":\"a\"}"));
    Map<String, Object> again = send(post("key-1", "{\"name\":\"a\"}"));

    assertThat(again).isEqualTo(first);
    assertThat(made).isEqualTo(1);
  }

  @Test
  void post_isInvalid_whenItsKeyIsReusedForAnotherBody() throws IOException {
    send(post("key-1", "{\"name\":\"a\"}"));

    assertThat(send(post("key-1", "{\"name\":\"b\"}")).get("statusCode")).isEqualTo(422);
    assertThat(made).isEqualTo(1);
  }

  @Test
  void post_isMalformed_whenItsKeyIsTooLong() throws IOException {
    assertThat(send(post("k".repeat(256), "{}")).get("statusCode")).isEqualTo(400);
    assertThat(made).isZero();
  }

  @Test
  void post_isMalformed_whenTheBodyIsNotInTheEncodingTheEventSays() throws IOException {
    Map<String, Object> event = post("key-2", "*** not base64 ***");
    event.put("isBase64Encoded", true);

    assertThat(send(event).get("statusCode")).isEqualTo(400);
  }

  @Test
  void post_isUnsupported_whenTheBodyIsNotJson() throws IOException {
    Map<String, Object> event = post("key-3", "a=b");
    event.put("headers", Map.of("Content-Type", "text/plain"));

    assertThat(send(event).get("statusCode")).isEqualTo(415);
  }

  @Test
  void answer_isAProblem_whenTheEventIsAlmostEmpty() throws IOException {
    assertThat(send(new HashMap<>()).get("statusCode")).isEqualTo(404);
  }

  private Answer make(Request request) {
    Fields fields = request.fields();
    String name = fields.text("name", 1, 10);
    fields.end();
    made++;
    request
        .<String>repeat(id -> Answer.created("/things/" + id, Json.of("id", id)))
        .marker(name)
        .ifPresent(marker -> markers.put(marker.id(), marker));
    return Answer.created("/things/" + name, Json.of("id", name));
  }

  private static Answer fault() {
    throw new IllegalStateException(CANARY);
  }

  private Map<String, Object> send(Map<String, Object> event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = Json.write(event).getBytes(StandardCharsets.UTF_8);
    endpoint.handle(new ByteArrayInputStream(bytes), out, LoggingContext.into(log));
    return Json.trusted(out.toString(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> post(String key, String body) {
    Map<String, Object> event = event("POST /things", "POST");
    event.put("headers", Map.of("Content-Type", "application/json", "Idempotency-Key", key));
    event.put("body", body);
    return event;
  }

  private static Map<String, Object> event(String routeKey, String method) {
    Map<String, Object> event = new HashMap<>();
    event.put("routeKey", routeKey);
    event.put("rawPath", "/somewhere");
    event.put("pathParameters", Map.of("id", "a/b"));
    event.put("requestContext", context(method, Map.of()));
    return event;
  }

  private static Map<String, Object> context(String method, Map<String, Object> claims) {
    Object authorizer = claims.isEmpty() ? null : Json.of("jwt", Json.of("claims", claims));
    return Json.of("requestId", "r-1", "http", Json.of("method", method), "authorizer", authorizer);
  }

  private static void assertProblem(Map<String, Object> wire, String type) {
    assertThat(header(wire, "content-type")).isEqualTo("application/problem+json");
    Map<String, Object> problem = Json.trusted(String.valueOf(wire.get("body")));
    assertThat(problem)
        .containsEntry("type", type)
        .containsEntry("instance", "r-1")
        .containsEntry("status", wire.get("statusCode"));
  }

  private static @Nullable Object header(Map<String, Object> wire, String name) {
    return Json.asObject(wire.get("headers")).orElseThrow().get(name);
  }
}
