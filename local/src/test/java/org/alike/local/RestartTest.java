package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a restart must not lose, and what keeps the stack from starting. */
class RestartTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String EVENT =
      "{\"Entries\":[{\"Source\":\"toys\",\"DetailType\":\"ThingMade\","
          + "\"Detail\":\"{\\\"data\\\":{\\\"colour\\\":\\\"red\\\"}}\"}]}";

  private final Path folder;

  RestartTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void forget() {
    ToyFunction.forgetAll();
  }

  @Test
  void event_isDeliveredAfterARestart_whenItWasAcceptedBefore() throws Exception {
    ToyFunction.behave(
        "BusFunction",
        (event, context) -> {
          throw new IllegalStateException("not today");
        });
    try (AlikeLocal alike = start(60_000)) {
      publish(alike);
    }
    ToyFunction.behave("BusFunction", (event, context) -> "{}");

    try (AlikeLocal alike = start(50)) {
      assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
      assertThat(ToyFunction.seen("BusFunction")).hasSize(1);
    }
    try (AlikeLocal alike = start(50)) {
      assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
      assertThat(ToyFunction.seen("BusFunction")).hasSize(1);
    }
  }

  @Test
  void stream_goesOnWhereItStopped_andItemsAndKeysAreKept() throws Exception {
    Path key = folder.resolve("sign-in-key.json");
    String before;
    try (AlikeLocal alike = start(50)) {
      put("thing-1");
      assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
      before = Files.readString(key);
    }
    ToyFunction.behave("StreamFunction", (event, context) -> "{}");

    try (AlikeLocal alike = start(50)) {
      put("thing-2");
      assertThat(alike.awaitQuiet(PATIENCE)).isTrue();
      assertThat(ToyFunction.seen("StreamFunction").toString())
          .contains("thing-2")
          .doesNotContain("thing-1");
      assertThat(Files.readString(key)).isEqualTo(before);
      try (DynamoDbClient database = DynamoDbClient.create()) {
        assertThat(database.scan(scan -> scan.tableName("ThingsTable")).count()).isEqualTo(2);
      }
    }
  }

  @Test
  void start_isRefusedInOneLine_whenAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings =
          new Settings(
              Toy.TEMPLATE,
              null,
              null,
              new Settings.Ports(taken.getLocalPort(), 0, 0),
              new Settings.Pace(50, 200));

      assertThatThrownBy(() -> AlikeLocal.start(settings, step -> {}))
          .isInstanceOf(StartProblem.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " (the API) is taken");
    }
  }

  private AlikeLocal start(long retryMillis) {
    Settings settings =
        new Settings(
            Toy.TEMPLATE,
            null,
            folder,
            new Settings.Ports(0, 0, 0),
            new Settings.Pace(retryMillis, 100));
    return AlikeLocal.start(settings, step -> {});
  }

  private static void publish(AlikeLocal alike) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(alike.aws().toString()))
            .header("authorization", "AWS4-HMAC-SHA256 Credential=any")
            .header("x-amz-target", "AWSEvents.PutEvents")
            .POST(HttpRequest.BodyPublishers.ofString(EVENT))
            .build();
    HttpResponse<String> reply =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(reply.body()).contains("\"FailedEntryCount\":0");
  }

  private static void put(String key) {
    try (DynamoDbClient database = DynamoDbClient.create()) {
      database.putItem(
          put ->
              put.tableName("ThingsTable")
                  .item(Map.of("pk", AttributeValue.fromS(key), "sk", AttributeValue.fromS("x"))));
    }
  }
}
