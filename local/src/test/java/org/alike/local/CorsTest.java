package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorsTest {
  private final Cors cors =
      new Cors(
          new Template.Cors(
              List.of("https://a.example"),
              List.of("GET", "POST"),
              List.of("x-a"),
              List.of("etag"),
              60));

  @Test
  void preflight_saysWhatIsAllowed_toAListedOrigin() {
    Incoming request =
        Toy.request(
            "OPTIONS", "/", "origin", "https://a.example", "access-control-request-method", "POST");

    Reply reply = cors.preflight(request);

    assertThat(Cors.isPreflight(request)).isTrue();
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers())
        .contains(
            new Reply.Header("access-control-allow-origin", "https://a.example"),
            new Reply.Header("access-control-allow-methods", "GET,POST"),
            new Reply.Header("access-control-allow-headers", "x-a"),
            new Reply.Header("access-control-max-age", "60"));
  }

  @Test
  void preflight_saysNothing_toAnotherOriginOrNone() {
    for (String origin : List.of("https://b.example", "null", "https://a.example.evil")) {
      Incoming request =
          Toy.request("OPTIONS", "/", "origin", origin, "access-control-request-method", "POST");
      assertThat(cors.preflight(request).headers()).isEmpty();
    }
    assertThat(Cors.isPreflight(Toy.request("OPTIONS", "/"))).isFalse();
  }

  @Test
  void answer_losesTheFunctionsOwnHeaders_andGetsTheConfigured() {
    Reply answer =
        Reply.message(200, "x").with("Access-Control-Allow-Origin", "*").with("etag", "1");

    Reply listed = cors.apply(Toy.request("GET", "/", "origin", "https://a.example"), answer);
    Reply other = cors.apply(Toy.request("GET", "/"), answer);

    assertThat(listed.headers())
        .contains(
            new Reply.Header("access-control-allow-origin", "https://a.example"),
            new Reply.Header("access-control-expose-headers", "etag"))
        .doesNotContain(new Reply.Header("Access-Control-Allow-Origin", "*"));
    assertThat(other.headers())
        .extracting(Reply.Header::name)
        .containsExactly("content-type", "etag");
  }
}
