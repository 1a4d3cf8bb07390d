package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A caller of the public routes that speaks JSON. Each POST can be repeated: it carries a key. */
final class ApiClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI api;
  private final HttpClient http = HttpClient.newHttpClient();

  record Result(int status, JsonNode json) {}

  ApiClient(URI api) {
    this.api = api;
  }

  Result get(String path) {
    return send(HttpRequest.newBuilder(api.resolve(path)).GET());
  }

  /** What a member sees. */
  Result get(String path, String token) {
    return send(HttpRequest.newBuilder(api.resolve(path)).GET(), token);
  }

  /** Changes this version of something. */
  Result patch(String path, JsonNode change, String version, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("content-type", "application/merge-patch+json")
            .header("if-match", '"' + version + '"')
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(Json.bytes(change)));
    return send(request, token);
  }

  Result post(String path, JsonNode body, @Nullable String token) {
    byte[] bytes = Json.bytes(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("content-type", "application/json")
            .header("idempotency-key", UUID.nameUUIDFromBytes(bytes).toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    return token == null ? send(request) : send(request, token);
  }

  private Result send(HttpRequest.Builder request, String token) {
    return send(request.header("authorization", "Bearer " + token));
  }

  private Result send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(PATIENCE).header("accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofString());
      String body = answer.body();
      return new Result(answer.statusCode(), body.isEmpty() ? Json.object() : Json.read(body));
    } catch (Json.NotJson e) {
      return new Result(502, Json.object());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
