package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** The toy template from request to stream, bus, mail and failure destination. */
class AlikeLocalTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private AlikeLocal alike;

  @BeforeEach
  void start() {
    ToyFunction.forgetAll();
    alike = AlikeLocal.inMemory(Toy.TEMPLATE);
  }

  @AfterEach
  void stop() {
    alike.close();
  }

  @Test
  void request_reachesItsFunctionWithParametersAndEnvironment() throws Exception {
    ToyFunction.behave(
        "EchoFunction", (event, context) -> answer(201, event.path("pathParameters")));

    HttpResponse<String> reply = get("/things/red%20ball");

    assertThat(reply.statusCode()).isEqualTo(201);
    assertThat(reply.body()).isEqualTo("{\"id\":\"red ball\"}");
    assertThat(reply.headers().firstValue("apigw-requestid")).isPresent();
    assertThat(reply.headers().firstValue("server-timing"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("function;dur="));
  }

  @Test
  void request_isAnswered404_whenNoRouteMatches() throws Exception {
    HttpResponse<String> reply = get("/nothing");

    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void request_isAnswered500_whenTheFunctionFailsOrTakesTooLong() throws Exception {
    ToyFunction.behave(
        "EchoFunction",
        (event, context) -> {
          if (event.at("/pathParameters/id").asText().equals("slow")) {
            Thread.sleep(60_000);
          }
          throw new IllegalStateException("toy");
        });

    assertThat(get("/things/broken").statusCode()).isEqualTo(500);
    assertThat(get("/things/slow").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void guardedRoute_letsOnlyTokensOfTheIssuerIn() throws Exception {
    ToyFunction.behave(
        "MembersSignIn",
        (event, context) ->
            "{\"response\":{\"claimsAndScopeOverrideDetails\":{\"accessTokenGeneration\":"
                + "{\"claimsToAddOrOverride\":{\"member_id\":\"m-1\",\"groups\":[\"member\",\"editor\"]}}}}}");
    ToyFunction.behave(
        "EchoFunction",
        (event, context) -> answer(200, event.at("/requestContext/authorizer/jwt/claims")));

    HttpResponse<String> stranger = get("/me");
    HttpResponse<String> member =
        get("/me", "authorization", "Bearer " + alike.tokenFor("a@toy.example"));
    HttpResponse<String> wrongMethod =
        http.send(request("/me").DELETE().build(), HttpResponse.BodyHandlers.ofString());

    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(stranger.headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertThat(Json.read(member.body()).path("member_id").asText()).isEqualTo("m-1");
    assertThat(Json.read(member.body()).path("groups").asText()).isEqualTo("[member editor]");
    assertThat(Json.read(member.body()).path("exp").isTextual()).isTrue();
    assertThat(wrongMethod.statusCode()).isEqualTo(200);
    JsonNode asked = ToyFunction.seen("MembersSignIn").get(0);
    assertThat(asked.at("/request/userAttributes/email").asText()).isEqualTo("a@toy.example");
  }

  @Test
  void rareRoute_isAnswered429_pastItsBurst() throws Exception {
    ToyFunction.behave("EchoFunction", (event, context) -> answer(200, event.path("version")));

    List<Integer> statuses =
        List.of(get("/rare").statusCode(), get("/rare").statusCode(), get("/rare").statusCode());

    assertThat(statuses).containsExactly(200, 200, 429);
  }

  @Test
  void change_reachesTheStreamFunction_afterPartialFailuresAndOnceOnly() throws Exception {
    AtomicInteger failures = new AtomicInteger(1);
    ToyFunction.behave(
        "StreamFunction",
        (event, context) -> {
          JsonNode last = event.path("Records").path(event.path("Records").size() - 1);
          return failures.getAndDecrement() > 0
              ? "{\"batchItemFailures\":[{\"itemIdentifier\":\""
                  + last.at("/dynamodb/SequenceNumber").asText()
                  + "\"}]}"
              : "{\"batchItemFailures\":[]}";
        });

    for (int i = 0; i < 3; i++) {
      put("thing" + i, "cause-" + i);
    }
    put("other", "x");

    assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
    long keys =
        ToyFunction.seen("StreamFunction").stream()
            .flatMap(event -> event.findValuesAsText("eventID").stream())
            .distinct()
            .count();
    assertThat(keys).isEqualTo(3);
    assertThat(alike.undelivered()).isEmpty();
  }

  @Test
  void poison_endsInTheFailureDestination_andTheOthersGoOn() throws Exception {
    ToyFunction.behave(
        "StreamFunction",
        (event, context) -> {
          if (event.toString().contains("thing-poison")) {
            throw new IllegalStateException("poison");
          }
          return "{}";
        });

    for (String key : List.of("thing-a", "thing-poison", "thing-b")) {
      put(key, "c");
    }

    assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
    assertThat(alike.undelivered()).hasSize(1);
    JsonNode message = alike.undelivered().get(0).path("message");
    assertThat(message.at("/DDBStreamBatchInfo/batchSize").asInt()).isEqualTo(1);
    assertThat(message.at("/requestContext/condition").asText())
        .isEqualTo("RetryAttemptsExhausted");
    assertThat(ToyFunction.seen("StreamFunction").toString()).contains("thing-a", "thing-b");
  }

  @Test
  void event_reachesTheFunctionWhoseRuleMatches_andIsTriedAgain() throws Exception {
    AtomicInteger failures = new AtomicInteger(2);
    ToyFunction.behave(
        "BusFunction",
        (event, context) -> {
          if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("not yet");
          }
          return "{}";
        });

    PutEventsResponse answer = publish("red");
    publish("blue");

    assertThat(answer.failedEntryCount()).isZero();
    assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
    assertThat(ToyFunction.seen("BusFunction")).hasSize(3);
    assertThat(ToyFunction.seen("BusFunction").get(2).at("/detail/data/colour").asText())
        .isEqualTo("red");
    assertThat(alike.undelivered()).isEmpty();
  }

  @Test
  void event_endsInTheFailureDestination_afterItsRetries() throws Exception {
    ToyFunction.behave(
        "BusFunction",
        (event, context) -> {
          throw new IllegalStateException("never");
        });

    publish("red");

    assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
    assertThat(ToyFunction.seen("BusFunction")).hasSize(3);
    assertThat(
            alike.undelivered().get(0).at("/message/requestContext/approximateInvokeCount").asInt())
        .isEqualTo(3);
  }

  private static String answer(int status, JsonNode body) {
    return Json.object().put("statusCode", status).put("body", body.toString()).toString();
  }

  private void put(String key, String cause) {
    try (DynamoDbClient database = DynamoDbClient.create()) {
      database.putItem(
          put ->
              put.tableName("ThingsTable")
                  .item(
                      Map.of(
                          "pk", AttributeValue.fromS(key),
                          "sk", AttributeValue.fromS("x"),
                          "cause", AttributeValue.fromS(cause))));
    }
  }

  private static PutEventsResponse publish(String colour) {
    try (EventBridgeClient bus = EventBridgeClient.create()) {
      PutEventsRequestEntry entry =
          PutEventsRequestEntry.builder()
              .eventBusName("Bus")
              .source("toys")
              .detailType("ThingMade")
              .detail("{\"cause\":\"c\",\"data\":{\"colour\":\"" + colour + "\"}}")
              .build();
      return bus.putEvents(put -> put.entries(List.of(entry)));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(alike.api() + path));
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
