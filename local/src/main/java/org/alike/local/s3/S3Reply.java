package org.alike.local.s3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer: headers, and either a text or a part of a file.
 *
 * @param length how many bytes of the file from {@code from} on
 */
record S3Reply(
    int status,
    Map<String, String> headers,
    String text,
    @Nullable Path file,
    long from,
    long length) {

  static S3Reply of(int status) {
    return new S3Reply(status, Map.of(), "", null, 0, 0);
  }

  static S3Reply xml(int status, String body) {
    String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body;
    return new S3Reply(status, Map.of("content-type", "application/xml"), text, null, 0, 0);
  }

  static S3Reply problem(S3Problem problem, String path) {
    String body =
        "<Error><Code>%s</Code><Message>%s</Message><Resource>%s</Resource></Error>"
            .formatted(problem.code(), escape(problem.getMessage()), escape(path));
    S3Reply reply = xml(problem.status(), body);
    for (Map.Entry<String, String> header : problem.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  S3Reply with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new S3Reply(status, more, text, file, from, length);
  }

  S3Reply withFile(Path content, long start, long size) {
    return new S3Reply(status, headers, "", content, start, size);
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long size = file == null ? bytes.length : length;
    if (head) {
      exchange.getResponseHeaders().set("content-length", Long.toString(size));
    }
    exchange.sendResponseHeaders(status, head || size == 0 ? -1 : size);
    if (!head && size > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        if (file == null) {
          out.write(bytes);
        } else {
          write(file, out);
        }
      }
    }
    exchange.close();
  }

  private void write(Path content, OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      in.skipNBytes(from);
      byte[] buffer = new byte[64 * 1024];
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException("The object is shorter than it was");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  static String escape(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
