package org.alike.forms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** An owner's program that hears of submissions. Thread-safe. */
final class Receiver implements AutoCloseable {
  /** What came. */
  record Call(HttpHeaders headers, String path, String body) {
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final HttpServer server;
  private final List<Call> calls = new ArrayList<>();
  private volatile int status = 200;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=alike";
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** From now on answers this. */
  void answering(int other) {
    status = other;
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
    synchronized (this) {
      calls.add(new Call(headers, exchange.getRequestURI().toString(), body));
    }
    exchange.getResponseHeaders().add("location", url() + "&redirected");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
