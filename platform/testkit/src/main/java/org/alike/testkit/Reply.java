package org.alike.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.alike.kernel.Json;

/**
 * What a handler answered.
 *
 * @param status the HTTP status
 * @param headers names as the handler wrote them
 * @param body the text, as a client reads it
 * @param log the lines that the invocation logged
 */
public record Reply(int status, Map<String, String> headers, String body, List<String> log) {
  static Reply of(Map<String, Object> wire, List<String> log) {
    Map<String, String> headers = new LinkedHashMap<>();
    Json.asObject(wire.get("headers"))
        .orElse(Map.of())
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    int status = ((Number) wire.getOrDefault("statusCode", 0)).intValue();
    String body = String.valueOf(wire.get("body"));
    boolean bytes = Boolean.TRUE.equals(wire.get("isBase64Encoded"));
    return new Reply(status, headers, bytes ? text(body, headers) : body, log);
  }

  /** What a client reads in bytes that came in base64. */
  private static String text(String base64, Map<String, String> headers) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (!"gzip".equals(headers.get("content-encoding"))) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    return Json.trusted(body);
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
