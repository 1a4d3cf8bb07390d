package org.alike.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alike.testkit.HttpCall;

/**
 * A request of the folder {@code hostile}. Its first line is the status that it deserves and what
 * is wrong with it, then come the request line, headers, a blank line and the body, whose lines
 * follow each other without anything between.
 *
 * <p>What would not survive an editor is written in double angle brackets: bytes in hexadecimal
 * ({@code <<C0 AF>>}), {@code <<CRLF>>}, and repetitions ({@code <<1000*,"k#":1>>}, where {@code #}
 * counts and {@code ~} is a line break).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredRequest(
    String name, int status, String what, String path, Map<String, String> headers, byte[] body) {
  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final Pattern MARK = Pattern.compile("<<(?:(\\d+)\\*)?(.*?)>>", Pattern.DOTALL);

  static List<StoredRequest> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(StoredRequest::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static StoredRequest read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Map<String, String> headers = new LinkedHashMap<>();
      int at = 2;
      while (!lines.get(at).isEmpty()) {
        String[] header = lines.get(at++).split(":", 2);
        headers.put(header[0], text(header[1].strip()));
      }
      return new StoredRequest(
          file.getFileName().toString().replace(".txt", ""),
          Integer.parseInt(lines.get(0).substring(0, 3)),
          lines.get(0).substring(4),
          text(lines.get(1).substring("POST ".length())),
          headers,
          bytes(String.join("", lines.subList(at + 1, lines.size()))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** As the gateway hands on what may be bytes. */
  HttpCall inBase64() {
    return call("").bytes(headers.getOrDefault("content-type", ""), body);
  }

  /** As the gateway hands on what it takes for a text. */
  HttpCall asText() {
    return call(new String(body, StandardCharsets.UTF_8));
  }

  boolean isText() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException bytes) {
      return false;
    }
  }

  private HttpCall call(String text) {
    HttpCall call =
        HttpCall.of("POST /f/{form}").path("form", path.substring("/f/".length())).body("", text);
    call.header("accept", "application/json");
    headers.forEach(call::header);
    return call;
  }

  private static String text(String written) {
    return new String(bytes(written), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String written) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher mark = MARK.matcher(written);
    int from = 0;
    while (mark.find()) {
      bytes.writeBytes(written.substring(from, mark.start()).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(expanded(mark.group(1), mark.group(2)));
      from = mark.end();
    }
    bytes.writeBytes(written.substring(from).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  @SuppressWarnings("NullAway") // a group that need not match
  private static byte[] expanded(String times, String text) {
    if (text.equals("CRLF")) {
      return new byte[] {'\r', '\n'};
    }
    if (times == null) {
      return HexFormat.ofDelimiter(" ").parseHex(text);
    }
    StringBuilder repeated = new StringBuilder();
    for (int i = 0; i < Integer.parseInt(times); i++) {
      repeated.append(text.replace("~", "\r\n").replace("#", Integer.toString(i)));
    }
    return repeated.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name + ": " + what;
  }
}
