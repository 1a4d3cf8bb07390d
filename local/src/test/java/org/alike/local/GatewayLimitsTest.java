package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What API Gateway refuses before a function is asked, and how it answers preflights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayLimitsTest {
  private static final int MB = 1024 * 1024;

  private final HttpClient http = HttpClient.newHttpClient();
  private final AlikeLocal alike = AlikeLocal.inMemory(Toy.TEMPLATE);

  @AfterAll
  void stop() {
    alike.close();
  }

  @BeforeEach
  void forget() {
    ToyFunction.forgetAll();
  }

  @Test
  void body_isRefusedPast6And10Megabytes() throws Exception {
    assertThat(post("text/plain", 5 * MB).statusCode()).isEqualTo(200);
    assertThat(post("text/plain", 6 * MB).statusCode()).isEqualTo(413);
    assertThat(post("application/octet-stream", 5 * MB).statusCode()).isEqualTo(413);
    HttpResponse<String> huge = post("text/plain", 10 * MB + 1);

    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(huge.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(ToyFunction.seen("EchoFunction")).hasSize(1);
  }

  @Test
  void answerPast6Megabytes_isAn500() throws Exception {
    ToyFunction.behave("EchoFunction", (event, context) -> "\"" + "x".repeat(6 * MB) + "\"");

    assertThat(send(request("/things/1").GET()).statusCode()).isEqualTo(500);
  }

  @Test
  void headers_areRefusedPast10240Bytes() throws Exception {
    assertThat(send(request("/things/1").header("x-long", "x".repeat(9_000))).statusCode())
        .isEqualTo(200);
    assertThat(send(request("/things/1").header("x-long", "x".repeat(10_240))).statusCode())
        .isEqualTo(431);
  }

  @Test
  void preflight_isAnsweredByTheGateway_andTheFunctionNeverAsked() throws Exception {
    HttpResponse<String> reply =
        send(
            request("/things/1")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("origin", alike.api().toString())
                .header("access-control-request-method", "POST"));

    assertThat(reply.statusCode()).isEqualTo(204);
    assertThat(reply.headers().firstValue("access-control-allow-origin"))
        .hasValue(alike.api().toString());
    assertThat(ToyFunction.seen("EchoFunction")).isEmpty();
  }

  @Test
  void localPages_saySoWhenThereIsNothing() throws Exception {
    assertThat(send(request("/_local/nothing")).statusCode()).isEqualTo(404);
    assertThat(send(request("/_local/")).body()).contains("ThingsTable");
    assertThat(send(request("/_local/health")).statusCode()).isEqualTo(503);
  }

  private HttpResponse<String> post(String type, int size) throws Exception {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) 'x');
    return send(
        request("/things")
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(alike.api() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
