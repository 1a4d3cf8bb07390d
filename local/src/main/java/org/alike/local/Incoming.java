package org.alike.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param path the path as sent, still percent-encoded
 * @param query the query string as sent, or an empty text
 * @param headers names in lower case, repeated values in order
 * @param body the body, or null when it is larger than the gateway takes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Incoming(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte @Nullable [] body,
    String protocol,
    String address) {
  static final int BODY_LIMIT = 10 * 1024 * 1024;

  static Incoming of(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    String query = exchange.getRequestURI().getRawQuery();
    return new Incoming(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        body(exchange.getRequestBody()),
        exchange.getProtocol(),
        exchange.getRemoteAddress().getAddress().getHostAddress());
  }

  private static byte @Nullable [] body(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(BODY_LIMIT + 1);
    if (bytes.length <= BODY_LIMIT) {
      return bytes;
    }
    stream.transferTo(java.io.OutputStream.nullOutputStream());
    return null;
  }

  /** The values of a header joined by commas, or null when it was not sent. */
  @Nullable String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? null : String.join(",", values);
  }

  String header(String name, String otherwise) {
    String value = header(name);
    return value == null ? otherwise : value;
  }

  /** The bytes of the request line and the headers. */
  int headSize() {
    int size = method.length() + path.length() + query.length() + protocol.length() + 6;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      for (String value : header.getValue()) {
        size += header.getKey().length() + value.length() + 4;
      }
    }
    return size;
  }

  String text() {
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }
}
