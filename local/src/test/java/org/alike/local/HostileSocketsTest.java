package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What only a socket can send to a form: lengths that lie, bodies that never end, headers that are
 * none. It is refused or the line is cut, never thanked for; nothing is stored, and the next one is
 * served.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSocketsTest {
  private static final String CANARY = "canary-7b1f";
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String JSON = "content-type: application/json\r\n";
  private static final String FORM = "content-type: application/x-www-form-urlencoded\r\n";
  private static final String PARTS = "content-type: multipart/form-data; boundary=x\r\n";
  private static final String PART =
      "--x\r\ncontent-disposition: form-data; name=\"message\"\r\n\r\n" + CANARY;
  private static final String GOOD = "email=maria%40example.org&message=" + CANARY;

  private final AlikeLocal alike = AlikeLocal.inMemory(Path.of("../template.yaml"));
  private final DynamoDbClient database = DynamoDbClient.create();

  @AfterAll
  void stop() {
    database.close();
    alike.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        of("a body that ends early", post(FORM + length(1_000), GOOD)),
        of("parts that end early", post(PARTS + length(1_000), PART + "\r\n--x--\r\n")),
        of("JSON that ends early", post(JSON + length(1_000), "{\"message\":\"" + CANARY + "\"}")),
        of("a length that cuts JSON", post(JSON + length(20), "{\"message\":\"" + CANARY + "\"}")),
        of("a length that cuts parts", post(PARTS + length(70), PART + "\r\n--x--\r\n")),
        of("a length below nothing", post(FORM + length(-1), GOOD)),
        of("a length that is none", post(FORM + "content-length: many\r\n", GOOD)),
        of("a length beyond numbers", post(FORM + "content-length: 99999999999999999\r\n", GOOD)),
        of("two lengths", post(FORM + length(GOOD.length()) + length(3), GOOD)),
        of("a length of nothing", post(FORM + length(0), "")),
        of("no length", post(FORM, "")),
        of("a length and chunks", post(FORM + length(3) + chunked(), "0\r\n\r\n" + GOOD)),
        of("chunks that end early", post(FORM + chunked(), chunk(GOOD))),
        of("a chunk that ends early", post(FORM + chunked(), "fff\r\n" + GOOD)),
        of("a chunk whose size is none", post(FORM + chunked(), "zz\r\n" + GOOD + "\r\n0\r\n\r\n")),
        of("a chunk below nothing", post(FORM + chunked(), "-5\r\n" + GOOD + "\r\n0\r\n\r\n")),
        of("a chunk beyond numbers", post(FORM + chunked(), "ffffffffffffffff\r\n" + GOOD)),
        of("another transfer coding", post(FORM + "transfer-encoding: gzip\r\n", GOOD)),
        of("a claim of gzip", post(FORM + "content-encoding: gzip\r\n" + fits(GOOD), GOOD)),
        of("brackets", post(JSON + length(100_000), "[".repeat(100_000))),
        of("256 KB and more", post(FORM + length(300_002), "a=" + "x".repeat(300_000))),
        of("many fields", post(FORM + length(40_000), "a=1&".repeat(10_000))),
        of("bytes that are not UTF-8", post(FORM + fits(GOOD + "%FF"), GOOD + "%FF")),
        of("NUL in a header", post(FORM + "x-a: a\u0000b\r\ncontent-encoding: br\r\n", GOOD)),
        of("a header without a colon", post(FORM + "nothing\r\n", GOOD)),
        of(
            "a header that never ends",
            head("POST /f/contact HTTP/1.1", "x-a: " + "a".repeat(99_999))),
        of("ten thousand headers", head("POST /f/contact HTTP/1.1", "x-a: a\r\n".repeat(10_000))),
        of("no version", head("POST /f/contact", "")),
        of("another version", head("POST /f/contact HTTP/9.9", "content-length: 0\r\n\r\n")),
        of("another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        of("a handshake", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"),
        of("no request at all", "\r\n\r\n\r\n\r\n"),
        of("a path that leads upwards", line("POST", "/f/../f/%2e%2e/contact")),
        of("a path that is broken", line("POST", "/f/%zz")),
        of("a path with NUL", line("POST", "/f/contact%00")),
        of("a long path", line("POST", "/f/" + "a".repeat(9_000))),
        of("GET with answers", line("GET", "/f/contact?" + GOOD)),
        of("PUT", line("PUT", "/f/contact")),
        of("DELETE", line("DELETE", "/f/contact")),
        of("TRACE", line("TRACE", "/f/contact")),
        of("an unknown method", line("CANARY", "/f/contact")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void request_isRefusedOrCut_andNothingIsStored(String what, String request) throws IOException {
    List<Map<String, Object>> before = stored();

    String answer = answer(request, true);

    assertThat(answer).matches(HostileSocketsTest::refuses);
    assertThat(answer).doesNotContain(CANARY);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void request_isServed_afterAllThat() throws IOException {
    String good = post(FORM + fits(GOOD) + "accept: application/json\r\n", GOOD);
    String chunks = post(FORM + chunked(), chunk(GOOD) + "0\r\n\r\n");

    assertThat(answer(good, false)).startsWith("HTTP/1.1 200");
    assertThat(answer(chunks, false)).startsWith("HTTP/1.1 303");
  }

  /** 501 is what RFC 9112, section 6.1, has for a transfer coding that nobody knows. */
  private static boolean refuses(String answer) {
    return answer.isEmpty()
        || answer.startsWith("HTTP/1.1 4")
        || answer.startsWith("HTTP/1.1 501 ");
  }

  private List<Map<String, Object>> stored() {
    return database.scan(scan -> scan.tableName("FormsTable")).items().stream()
        .map(item -> Map.<String, Object>copyOf(item))
        .toList();
  }

  /** What comes back, as far as it does. */
  private String answer(String request, boolean thenClosed) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), alike.api().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      if (thenClosed) {
        socket.shutdownOutput();
      }
      InputStream in = socket.getInputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        answer.write(b);
      }
    } catch (SocketException cut) {
      // Some of them are not even read to their end.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private static Arguments of(String what, String request) {
    return Arguments.of(what, request);
  }

  private static String post(String headers, String body) {
    return head("POST /f/contact HTTP/1.1", headers + "\r\n" + body);
  }

  private static String line(String method, String path) {
    return head(method + " " + path + " HTTP/1.1", FORM + fits(GOOD) + "\r\n" + GOOD);
  }

  private static String head(String line, String rest) {
    return line + "\r\nhost: localhost\r\nconnection: close\r\n" + rest;
  }

  private static String fits(String body) {
    return length(body.length());
  }

  private static String length(int length) {
    return "content-length: " + length + "\r\n";
  }

  private static String chunked() {
    return "transfer-encoding: chunked\r\n";
  }

  private static String chunk(String body) {
    return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
  }
}
