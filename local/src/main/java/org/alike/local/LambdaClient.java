package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a local stack that is already running to invoke a function. */
final class LambdaClient {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final URI aws;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  /**
   * @param failed whether the payload describes an error of the function
   */
  record Answer(JsonNode payload, boolean failed) {}

  private LambdaClient(URI aws) {
    this.aws = aws;
  }

  static LambdaClient at(int port) {
    return new LambdaClient(URI.create("http://127.0.0.1:" + port));
  }

  /**
   * The function's answer, or empty when no stack is running there.
   *
   * @throws StartProblem when one is, and knows no such function
   */
  Optional<Answer> invoke(String function, JsonNode event) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(aws.resolve("/2015-03-31/functions/" + function + "/invocations"))
            .header("authorization", "AWS4-HMAC-SHA256 Credential=local")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(event)))
            .build();
    try {
      HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode payload = Json.read(reply.body());
      if (reply.statusCode() != 200) {
        throw new StartProblem(payload.path("message").asText());
      }
      boolean failed = reply.headers().firstValue("x-amz-function-error").isPresent();
      return Optional.of(new Answer(payload, failed));
    } catch (Json.NotJson e) {
      throw new StartProblem("Something else than the local stack listens at " + aws, e);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
