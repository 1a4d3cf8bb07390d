package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a request: the documented problem, quickly, and nothing stored. */
class HostileInputTest {
  private static final String CANARY = "canary-7b1f";
  private static final String BASE =
      "\"email\":\"maria@example.org\",\"displayName\":\"Maria\",\"conditions\":[\"ALS\"]";
  private static final String VALID = BASE + ",\"consent\":\"2026-11\"";
  private static final TableFixture FIXTURE = new TableFixture();
  private static final FormsFunction FUNCTION = FIXTURE.function();

  static Stream<Arguments> bodies() {
    return Stream.of(
        json(400, "not JSON", "{" + VALID),
        json(400, "no JSON at all", CANARY),
        json(400, "nothing", ""),
        json(400, "an array", "[{" + VALID + "}]"),
        json(400, "a text", "\"" + CANARY + "\""),
        json(400, "two objects", "{" + VALID + "}{" + VALID + "}"),
        json(400, "something behind", "{" + VALID + "} " + CANARY),
        json(400, "a key twice", "{" + VALID + ",\"email\":\"" + CANARY + "@example.org\"}"),
        json(400, "depth", "{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}"),
        json(400, "brackets", "[".repeat(100_000)),
        json(400, "a long number", "{\"birthYear\":" + "9".repeat(1_001) + "}"),
        json(422, "a huge number", "{" + VALID + ",\"birthYear\":1e1000000000}"),
        json(422, "many keys", "{" + keys(10_000) + "}"),
        json(422, "a wrong type", "{" + VALID.replace("\"Maria\"", "5") + "}"),
        json(422, "a flag", "{" + VALID.replace("\"Maria\"", "true") + "}"),
        json(422, "null", "{" + VALID.replace("\"Maria\"", "null") + "}"),
        json(422, "an object", "{" + VALID.replace("\"Maria\"", "{\"a\":1}") + "}"),
        json(422, "a nested list", "{" + VALID.replace("\"ALS\"", "[\"ALS\"]") + "}"),
        json(422, "a fraction", "{" + VALID + ",\"birthYear\":1970.5}"),
        json(422, "no consent", "{" + BASE + "}"),
        json(422, "an old consent", "{" + BASE + ",\"consent\":\"2019-01\"}"),
        json(422, "consent by flag", "{" + BASE + ",\"consent\":true}"),
        json(422, "two consents", "{" + BASE + ",\"consent\":[\"2026-11\",\"2026-11\"]}"),
        json(422, "a child", "{" + VALID + ",\"birthYear\":2011}"),
        json(422, "a diagnosis to come", "{" + VALID + ",\"diagnosedYear\":2027}"),
        json(422, "mass assignment", "{" + VALID + ",\"role\":\"" + CANARY + "\"}"),
        json(422, "a prototype", "{" + VALID + ",\"__proto__\":\"" + CANARY + "\"}"),
        json(422, "an unknown control", "{" + VALID + ",\"_cc\":\"" + CANARY + "@example.org\"}"),
        json(422, "a bad reply-to", "{" + VALID + ",\"_replyto\":\"" + CANARY + "\"}"),
        json(422, "line break in a name", "{" + VALID + ",\"a\\r\\nx: " + CANARY + "\":\"\"}"),
        json(422, "line break in a line", name("Maria\\r\\nBcc: " + CANARY)),
        json(422, "NUL", name("Maria\\u0000")),
        json(422, "half a surrogate", name("Maria\\ud800")),
        json(422, "the other half", name("\\udc00Maria")),
        json(422, "half a surrogate as name", "{" + VALID + ",\"\\ud800\":\"\"}"),
        json(422, "turned text", name("Maria\\u202E")),
        json(422, "hidden text", name("Ma\\u200Bria")),
        json(400, "a name too long", "{" + VALID + ",\"" + "n".repeat(257) + "\":\"\"}"),
        json(422, "a text too long", name("\uD83D\uDE42".repeat(51))),
        json(422, "21 conditions", "{" + VALID.replace("\"ALS\"", list(21)) + "}"),
        json(422, "a long condition", "{" + VALID.replace("\"ALS\"", text(121)) + "}"),
        form(422, "201 fields", "conditions=ALS&".repeat(201)),
        form(422, "a name of 257", "n".repeat(257) + "=1"),
        form(400, "not UTF-8", "email=%FF"),
        form(400, "a surrogate in bytes", "displayName=%ED%A0%80"),
        form(413, "256 KB and one", "a=" + "x".repeat(256 * 1024 - 1)),
        form(413, "6 MB", "a=" + "x".repeat(6 * 1024 * 1024)),
        Arguments.of(415, "no media type", edit(call -> call)),
        Arguments.of(415, "plain text", edit(call -> call.body("text/plain", CANARY))),
        Arguments.of(415, "XML", edit(call -> call.body("application/xml", "<a/>"))),
        Arguments.of(400, "no boundary", edit(call -> call.body("multipart/form-data", "--x--"))),
        Arguments.of(422, "a file", edit(call -> multipart(call, "email\"; filename=\"a.txt"))),
        Arguments.of(422, "quoted line break", edit(call -> multipart(call, "a%0D%0Ab"))),
        Arguments.of(413, "6 MB in base64", edit(HostileInputTest::sixMegabytes)),
        Arguments.of(400, "base64 that is none", edit(HostileInputTest::brokenBase64)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("bodies")
  void submit_answersTheProblemAndStoresNothing(
      int status, String what, UnaryOperator<HttpCall> body) {
    List<String> before = FIXTURE.dump();

    Reply reply = body.apply(HttpCall.of("POST /f/{form}").path("form", "signup")).send(FUNCTION);

    assertThat(reply.status()).as(what).isEqualTo(status);
    assertThat(reply.json().keySet()).contains("type", "title", "status", "detail", "instance");
    assertThat(reply.body()).doesNotContain(CANARY);
    assertThat(reply.log()).noneMatch(line -> line.contains(CANARY));
    assertThat(FIXTURE.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void submit_findsNothing_whateverStandsInThePath(String form) {
    Reply reply =
        TableFixture.signup().path("form", form).header("accept", "text/html").send(FUNCTION);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(FIXTURE.dump()).noneMatch(item -> item.contains("INBOX#" + form + "#"));
  }

  static Stream<String> paths() {
    return Stream.of(
        "newsletter",
        "..",
        "../signup",
        "signup.xml",
        "SIGNUP",
        "signup\u0000",
        "",
        "%2F",
        "x".repeat(5_000));
  }

  @Test
  void submit_isFast_howeverHostile() {
    long start = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      multipart(
              HttpCall.of("POST /f/{form}").path("form", "signup"),
              "a".repeat(1_000) + "\r\n--".repeat(40_000))
          .send(FUNCTION);
    }

    assertThat((System.nanoTime() - start) / 50).isLessThan(200_000_000L);
  }

  @Test
  void submit_leaksNothing_whenAllGoesWell() {
    TableFixture fixture = new TableFixture();
    String fields =
        "email=" + CANARY + "%40example.org&displayName=" + CANARY + "&conditions=" + CANARY;
    Reply page =
        TableFixture.signup()
            .header("accept", "text/html")
            .body(TableFixture.URLENCODED, fields + "&consent=2026-11&_subject=" + CANARY)
            .send(fixture.function());
    Reply wrong =
        TableFixture.signup()
            .header("accept", "text/html")
            .body(TableFixture.URLENCODED, fields + "&consent=" + CANARY + "&x=" + CANARY)
            .send(fixture.function());

    assertThat(page.status()).isEqualTo(303);
    assertThat(wrong.status()).isEqualTo(422);
    for (Reply reply : List.of(page, wrong)) {
      assertThat(reply.body() + reply.headers() + reply.log()).doesNotContain(CANARY);
    }
  }

  @Test
  void submit_takesExactlyTheLimit() {
    TableFixture fixture = new TableFixture();
    String longest = "\uD83D\uDE42".repeat(50);
    Reply reply =
        HttpCall.of("POST /f/{form}")
            .path("form", "signup")
            .body("application/json", name(longest))
            .send(fixture.function());
    Reply large =
        HttpCall.of("POST /f/{form}")
            .path("form", "signup")
            .body(TableFixture.URLENCODED, "a=" + "x".repeat(256 * 1024 - 2))
            .send(fixture.function());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(large.status()).isEqualTo(422);
    assertThat(fixture.dump()).anyMatch(item -> item.contains(longest));
  }

  private static Arguments json(int status, String what, String body) {
    return Arguments.of(status, what, edit(call -> call.body("application/json", body)));
  }

  private static Arguments form(int status, String what, String body) {
    return Arguments.of(status, what, edit(call -> call.body(TableFixture.URLENCODED, body)));
  }

  private static UnaryOperator<HttpCall> edit(UnaryOperator<HttpCall> edit) {
    return call -> edit.apply(call.header("accept", "application/json"));
  }

  private static HttpCall multipart(HttpCall call, String name) {
    String body = "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + CANARY;
    return call.bytes(
        "multipart/form-data; boundary=x",
        (body + "\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static HttpCall sixMegabytes(HttpCall call) {
    return call.bytes(TableFixture.URLENCODED, new byte[6 * 1024 * 1024]);
  }

  private static HttpCall brokenBase64(HttpCall call) {
    String odd = Base64.getEncoder().encodeToString(new byte[8]).replace('=', '!');
    return call.bytes(TableFixture.URLENCODED, new byte[1]).body(TableFixture.URLENCODED, odd);
  }

  private static String name(String displayName) {
    return "{" + VALID.replace("\"Maria\"", "\"" + displayName + "\"") + "}";
  }

  private static String keys(int count) {
    StringBuilder keys = new StringBuilder("\"a\":1");
    for (int i = 0; i < count; i++) {
      keys.append(",\"k").append(i).append("\":1");
    }
    return keys.toString();
  }

  private static String list(int count) {
    List<String> words = Stream.iterate(0, i -> i + 1).limit(count).map(i -> "c" + i).toList();
    String json = Json.write(words);
    return json.substring(1, json.length() - 1);
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }
}
