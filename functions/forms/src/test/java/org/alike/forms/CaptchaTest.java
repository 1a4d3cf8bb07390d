package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.alike.kernel.Environment;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form with a captcha, and a server that plays the provider. */
class CaptchaTest {
  private static final String SECRET = "secret-7b1f";
  private static final String TOKEN = "token+/=7b1f";
  private final TableFixture fixture = new TableFixture();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer provider;
  private FormsFunction function;
  private String answer = "{\"success\":true}";

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.setExecutor(Executors.newCachedThreadPool());
    provider.createContext("/", this::play);
    provider.start();
    function = function("http://127.0.0.1:" + provider.getAddress().getPort() + "/siteverify");
    put("turnstile");
  }

  @AfterEach
  void stop() {
    over.countDown();
    provider.stop(0);
  }

  private FormsFunction function(String address) {
    Environment environment =
        Environment.of(
            Map.of(
                "SITE_URL", "https://alike.example",
                "MINIMUM_AGE", "16",
                "CAPTCHA_URL", address));
    return new FormsFunction(
        environment,
        new DynamoTable(EmbeddedDynamo.client(), fixture.name, fixture.clock),
        fixture.files,
        new SecureRandom(),
        fixture.clock);
  }

  private void put(String name) {
    Map<String, Object> captcha = Map.of("provider", name, "secret", SECRET);
    assertThat(fixture.put(name, Map.of("title", "Guarded", "captcha", captcha)).status())
        .isEqualTo(201);
  }

  private void play(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    if (answer.equals("never")) {
      await();
    } else if (answer.equals("in drops")) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      await();
    } else if (answer.startsWith("http")) {
      exchange.getResponseHeaders().set("location", answer);
      exchange.sendResponseHeaders(307, -1);
    } else {
      exchange.sendResponseHeaders(answer.equals("down") ? 503 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> reasons(String form, String body) {
    Reply reply =
        HttpCall.of("POST /f/{form}")
            .path("form", form)
            .header("accept", "application/json")
            .body(TableFixture.URLENCODED, body)
            .send(function);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body() + reply.headers() + reply.log()).doesNotContain(SECRET, "7b1f");
    return fixture.kept(form).get(0).reasons();
  }

  private static String tokenOf(String field) {
    return "message=Hello&" + field + "=token%2B%2F%3D7b1f";
  }

  @ParameterizedTest
  @CsvSource({
    "turnstile, cf-turnstile-response",
    "hcaptcha, h-captcha-response",
    "recaptcha, g-recaptcha-response",
    "turnstile, fields%5Bcf-turnstile-response%5D"
  })
  void submit_isReceived_whenTheCaptchaWasSolved(String name, String field) {
    if (!name.equals("turnstile")) {
      put(name);
    }

    assertThat(reasons(name, tokenOf(field))).isEmpty();
    assertThat(asked).containsExactly("secret=" + SECRET + "&response=token%2B%2F%3D7b1f");
    assertThat(fixture.dump()).noneMatch(item -> item.contains(TOKEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"success\":false,\"error-codes\":[\"invalid-input-response\"]} | captcha",
        "{\"success\":false,\"error-codes\":[\"timeout-or-duplicate\"]} | captcha",
        "{\"success\":false} | captcha",
        "{\"success\":false,\"error-codes\":[\"invalid-input-secret\"]} | captcha-unchecked",
        "{\"success\":\"yes\"} | captcha-unchecked",
        "{} | captcha-unchecked",
        "[] | captcha-unchecked",
        "<html> | captcha-unchecked",
        "down | captcha-unchecked",
        "never | captcha-unchecked",
        "in drops | captcha-unchecked",
        "http://127.0.0.1:1/ | captcha-unchecked"
      })
  void submit_isSetAside_whenTheProviderDoesNotSayYes(String said, String reason) {
    answer = said;

    assertThat(reasons("turnstile", tokenOf("cf-turnstile-response"))).containsExactly(reason);
    assertThat(asked).hasSize(1);
  }

  @Test
  void submit_isSetAside_whenNobodyIsThereToAsk() {
    provider.stop(0);

    assertThat(reasons("turnstile", tokenOf("cf-turnstile-response")))
        .containsExactly("captcha-unchecked");
  }

  @Test
  void submit_isSetAside_whenReCaptchaDoubts() {
    put("recaptcha");
    answer = "{\"success\":true,\"score\":0.3}";

    assertThat(reasons("recaptcha", tokenOf("g-recaptcha-response"))).containsExactly("captcha");
  }

  @Test
  void submit_isSetAsideUnasked_whenThereIsNoTokenOrOnlyAnothers() {
    assertThat(reasons("turnstile", "message=Hello&cf-turnstile-response="))
        .containsExactly("captcha-missing");
    fixture.put("other", guarded(Map.of("provider", "hcaptcha", "secret", SECRET)));
    assertThat(reasons("other", tokenOf("cf-turnstile-response")))
        .containsExactly("captcha-missing");
    assertThat(asked).isEmpty();
  }

  @Test
  void nobodyIsAsked_whenThereAreReasonsAlreadyOrNoCaptchaIsWanted() {
    fixture.put("free", Map.of("title", "Free"));

    assertThat(reasons("free", tokenOf("cf-turnstile-response"))).isEmpty();
    assertThat(reasons("turnstile", tokenOf("cf-turnstile-response") + "&_gotcha=x"))
        .containsExactly("honeypot");
    assertThat(asked).isEmpty();
  }

  @Test
  void secret_isNeverShown_andKeptWhereTheDefinitionIsSentBack() {
    Reply shown = call("GET").send(fixture.owner());
    Reply back = call("PUT").header("if-match", "\"1\"").json(shown.json()).send(fixture.owner());

    assertThat(shown.json()).containsEntry("captcha", Map.of("provider", "turnstile"));
    assertThat(back.status()).isEqualTo(200);
    assertThat(shown.body() + back.body() + back.headers() + back.log()).doesNotContain(SECRET);
    function = function("http://127.0.0.1:" + provider.getAddress().getPort());
    assertThat(reasons("turnstile", tokenOf("cf-turnstile-response"))).isEmpty();
    assertThat(asked.get(0)).contains(SECRET);
  }

  @Test
  void secret_belongsToItsProvider_andGoesWithTheCaptcha() {
    Reply other =
        call("PUT")
            .header("if-match", "\"1\"")
            .json(guarded(Map.of("provider", "hcaptcha")))
            .send(fixture.owner());
    Reply none =
        call("PUT").header("if-match", "\"1\"").json(Map.of("title", "Open")).send(fixture.owner());
    Reply again =
        call("PUT")
            .header("if-match", "\"2\"")
            .json(guarded(Map.of("provider", "turnstile")))
            .send(fixture.owner());

    assertThat(other.status()).isEqualTo(422);
    assertThat(none.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(422);
    assertThat(fixture.dump()).noneMatch(item -> item.contains(SECRET));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"provider\":\"nobody\",\"secret\":\"s\"}",
        "{\"provider\":\"turnstile\"}",
        "{\"provider\":\"turnstile\",\"secret\":\" \"}",
        "{\"provider\":\"turnstile\",\"secret\":5}",
        "{\"provider\":\"turnstile\",\"secret\":\"a\\nb\"}",
        "{\"provider\":\"turnstile\",\"secret\":\"s\",\"url\":\"http://169.254.169.254/\"}",
        "{}"
      })
  void put_isRefused_whenTheCaptchaIsNone(String captcha) {
    Reply reply = fixture.put("wrong", guarded(Json.trusted(captcha)));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("\"/captcha\"");
  }

  @Test
  void definition_tellsNoSecret_whenItIsPrinted() {
    Captcha captcha = new Captcha(CaptchaProvider.TURNSTILE, SECRET);
    FormDefinition form =
        FormReader.read(
            "a", guarded(Map.of("provider", captcha.provider().word(), "secret", SECRET)));

    assertThat(form.captcha()).contains(captcha);
    assertThat(captcha + " " + form).doesNotContain(SECRET);
  }

  private static Map<String, Object> guarded(Map<String, Object> captcha) {
    return Map.of("title", "Guarded", "captcha", captcha);
  }

  private static HttpCall call(String method) {
    return HttpCall.of(method + " /forms/{form}")
        .path("form", "turnstile")
        .claim("groups", "[owner]")
        .claim("sub", "the-owner");
  }
}
