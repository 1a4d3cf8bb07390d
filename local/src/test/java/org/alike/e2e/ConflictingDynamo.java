package org.alike.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.alike.kernel.Json;

/**
 * Stands between the functions and DynamoDB, and cancels a share of all transactions as DynamoDB
 * does when another one is at work on the same item. Functions that are made while it is open talk
 * to it.
 */
final class ConflictingDynamo implements AutoCloseable {
  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";
  private final URI real;
  private final double share;
  private final Random random = new Random(30);
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String direct = System.getProperty(ENDPOINT);
  private final AtomicInteger conflicts = new AtomicInteger();
  private final HttpServer server;

  ConflictingDynamo(URI real, double share) throws IOException {
    this.real = real;
    this.share = share;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many transactions were cancelled so far. */
  int conflicts() {
    return conflicts.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("x-amz-target");
      if (target.endsWith(".TransactWriteItems") && isUnlucky()) {
        reply(exchange, 400, cancelled(body));
      } else {
        HttpResponse<byte[]> answer = forward(exchange, target, body);
        reply(exchange, answer.statusCode(), answer.body());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isUnlucky() {
    boolean unlucky;
    synchronized (random) {
      unlucky = random.nextDouble() < share;
    }
    if (unlucky) {
      conflicts.incrementAndGet();
    }
    return unlucky;
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, String target, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(real).header("x-amz-target", target);
    for (String name : List.of("authorization", "content-type", "x-amz-date")) {
      request.header(name, exchange.getRequestHeaders().getFirst(name));
    }
    return http.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
  }

  /** One reason for each part: the first meets the conflict. */
  private static byte[] cancelled(byte[] request) {
    int parts =
        Json.trusted(new String(request, StandardCharsets.UTF_8)).get("TransactItems")
                instanceof List<?> items
            ? items.size()
            : 1;
    List<Map<String, Object>> reasons = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      reasons.add(Map.of("Code", i == 0 ? "TransactionConflict" : "None"));
    }
    Map<String, Object> problem =
        Json.of(
            "__type",
            "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
            "Message",
            "Transaction cancelled",
            "CancellationReasons",
            reasons);
    return Json.write(problem).getBytes(StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    System.setProperty(ENDPOINT, direct);
    server.stop(0);
    threads.shutdownNow();
  }
}
