package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An HTTP response. Immutable; a header may come more than once. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(int status, List<Header> headers, byte[] body) {

  record Header(String name, String value) {}

  static Reply of(int status, String type, byte[] body) {
    return new Reply(status, List.of(new Header("content-type", type)), body);
  }

  static Reply json(int status, JsonNode body) {
    return of(status, "application/json", Json.bytes(body)).with("cache-control", "no-store");
  }

  /** A page of the local stack itself: it runs no scripts and loads nothing. */
  static Reply page(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
        .with("cache-control", "no-store")
        .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        .with("x-content-type-options", "nosniff")
        .with("referrer-policy", "no-referrer");
  }

  static Reply redirect(int status, String location) {
    return new Reply(status, List.of(new Header("location", location)), new byte[0]);
  }

  /** What the gateway answers itself, in AWS's own form. */
  static Reply message(int status, String message) {
    return of(status, "application/json", Json.bytes(Json.object().put("message", message)));
  }

  Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, List.copyOf(more), body);
  }

  void send(HttpExchange exchange) throws IOException {
    for (Header header : headers) {
      exchange.getResponseHeaders().add(header.name(), header.value());
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("content-length", Integer.toString(body.length));
    }
    boolean silent = head || body.length == 0;
    exchange.sendResponseHeaders(status, silent ? -1 : body.length);
    if (!silent) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
    exchange.close();
  }
}
