package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Json;
import org.alike.local.AlikeLocal;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A running installation with its pages and nobody in it yet. Safe for several threads. */
final class Community implements AutoCloseable {
  static final String ALS = "amyotrophic-lateral-sclerosis";
  private static final Pattern LINK = Pattern.compile("/confirmations/([\\w-]+)");
  private static final AttributeValue SETTING = AttributeValue.fromS("SETTING");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int BUSY_ATTEMPTS = 10;

  private final AlikeLocal stack = AlikeLocal.inMemory(Path.of("../template.yaml"));
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final DynamoDbClient dynamo =
      DynamoDbClient.builder()
          .endpointOverride(stack.dynamoDb())
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  /** An answer, its body read as a JSON object where it is one. */
  record Answer(int status, Map<String, List<String>> headers, String body) {
    Map<String, Object> json() {
      return Json.trusted(body);
    }

    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }

    List<Map<String, Object>> items() {
      List<Map<String, Object>> items = new ArrayList<>();
      if (json().get("items") instanceof List<?> list) {
        list.forEach(item -> items.add(Json.asObject(item).orElseThrow()));
      }
      return items;
    }
  }

  AlikeLocal stack() {
    return stack;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(stack.api() + path)).timeout(Duration.ofSeconds(60));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException unreachable) {
      throw new IllegalStateException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Answer get(String path, @Nullable String token) {
    return send(authorized(request(path).header("accept", "application/json"), token));
  }

  Answer post(String path, Map<String, Object> json, @Nullable String token) {
    return send(
        authorized(request(path), token)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(json))));
  }

  static HttpRequest.Builder authorized(HttpRequest.Builder request, @Nullable String token) {
    return token == null ? request : request.header("authorization", "Bearer " + token);
  }

  /** What a signup form sends. */
  static Map<String, Object> signup(String email, String name, String... conditions) {
    return Json.of(
        "email",
        email,
        "displayName",
        name,
        "conditions",
        List.of(conditions),
        "visibility",
        "members",
        "consent",
        "2026-11");
  }

  /** Sends the same again when the API is too busy, as clients do: it makes one record. */
  void signUp(Map<String, Object> signup) {
    assertThat(patiently(() -> post("/f/signup", signup, null)).status()).isEqualTo(200);
  }

  /** The first answer that is not that the API is too busy, or the last one that was waited for. */
  static Answer patiently(Supplier<Answer> asking) {
    Answer answer = asking.get();
    for (int attempt = 1; attempt < BUSY_ATTEMPTS && answer.status() == 503; attempt++) {
      pause();
      answer = asking.get();
    }
    return answer;
  }

  /** As long as the API asks those to wait for whom it is too busy. */
  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The link of the newest mail to this address; waits for nothing. */
  String confirmationOf(String email) {
    String mail = String.valueOf(stack.mailsTo(email).get(0));
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as("a link in the mail").isTrue();
    return link.group(1);
  }

  Answer confirm(String email) {
    return post("/confirmations/" + confirmationOf(email), Map.of(), null);
  }

  /** Signs up, confirms, waits until everybody knows; returns a token. */
  String join(Map<String, Object> signup) {
    String email = String.valueOf(signup.get("email"));
    signUp(signup);
    awaitQuiet();
    assertThat(confirm(email).status()).isEqualTo(200);
    awaitQuiet();
    return stack.tokenFor(email);
  }

  void awaitQuiet() {
    try {
      assertThat(stack.awaitQuiet(PATIENCE)).as("streams and bus become quiet").isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  void importPages() {
    try {
      stack.invoke("ContentImporter", JsonNodeFactory.instance.objectNode());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    awaitQuiet();
  }

  /**
   * Everything in every table, one line an item. The keys that sign cursors are made when first
   * needed, even to refuse a cursor, and are no one's data.
   */
  List<String> everything() {
    List<String> lines = new ArrayList<>();
    for (String table : dynamo.listTables().tableNames()) {
      lines.addAll(everything(table));
    }
    return lines;
  }

  List<String> everything(String table) {
    return dynamo.scanPaginator(scan -> scan.tableName(table)).items().stream()
        .filter(item -> !SETTING.equals(item.get("pk")))
        .map(item -> table + " " + new TreeMap<>(item))
        .sorted()
        .toList();
  }

  DynamoDbClient dynamo() {
    return dynamo;
  }

  @Override
  public void close() {
    dynamo.close();
    stack.close();
  }
}
