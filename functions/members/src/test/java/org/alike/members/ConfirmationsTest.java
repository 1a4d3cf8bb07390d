package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationsTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private final House house = new House();

  private String letter() {
    house.take(house.maria());
    house.sweep();
    return house.mail.lastToken();
  }

  private HttpCall call(String method, String token) {
    return HttpCall.of(method + " /confirmations/{token}")
        .path("token", token)
        .header("accept", BROWSER);
  }

  @Test
  void show_changesNothing_howeverOftenAProgramLooksAtTheLink() {
    String token = letter();
    List<String> before = house.dump();

    Reply page = house.send(call("GET", token));
    house.send(call("GET", token));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.body())
        .contains("<form method=\"post\">", "<button type=\"submit\">")
        .doesNotContain("maria@", "ALS", "otrophic", token);
    assertThat(page.header("content-security-policy"))
        .contains("form-action 'self' https://alike.example");
    assertThat(page.header("cache-control")).isEqualTo("no-store");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void confirm_sendsTheBrowserOn_whenTheButtonIsPressed() {
    Reply reply = house.send(call("POST", letter()).body("application/x-www-form-urlencoded", ""));

    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("location")).isEqualTo("https://alike.example/confirmed.html");
    assertThat(house.sortKeys())
        .containsExactlyInAnyOrder(
            "profile",
            "claim",
            "consent#000001",
            "latest",
            "token",
            house.memberIds().get(0)); // the words that the vocabulary lacks
  }

  @Test
  void confirm_works_onlyOnce() {
    String token = letter();
    house.confirm(token);
    List<String> before = house.dump();

    assertThat(house.confirm(token).status()).isEqualTo(410);
    assertThat(house.send(call("GET", token)).status()).isEqualTo(410);
    assertThat(house.send(call("GET", token)).body()).contains("<h1>This did not work</h1>");
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void confirm_answersAgain_whenTheRequestHasAKey() {
    HttpCall call = call("POST", letter()).header("idempotency-key", "k");
    Reply first = house.send(call);
    List<String> before = house.dump();

    Reply second = house.send(call);

    assertThat(second.status()).isEqualTo(first.status()).isEqualTo(303);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void confirm_isGone_after48Hours_andUnknownAMonthLater() {
    String token = letter();
    house.clock.advance(Duration.ofDays(2));
    assertThat(house.confirm(token).status()).isEqualTo(410);
    assertThat(house.memberIds()).isEmpty();

    house.clock.advance(Duration.ofDays(30));
    assertThat(house.confirm(token).status()).isEqualTo(404);
  }

  @Test
  void confirm_works_untilTheLastSecond() {
    String token = letter();
    house.clock.advance(Duration.ofDays(2).minusSeconds(1));

    assertThat(house.confirm(token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "",
        "..",
        "a#b",
        "\u0000",
        "%2F",
        "\uD800AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void confirm_findsNothing_whenTheLinkWasNeverGivenOut(String token) {
    letter();
    List<String> before = house.dump();

    assertThat(house.confirm(token).status()).isEqualTo(404);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void confirm_makesOneMember_whenManyPressAtOnce() throws Exception {
    String token = letter();
    ExecutorService presses = Executors.newFixedThreadPool(16);
    List<Integer> answers = new ArrayList<>();
    try {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        replies.add(presses.submit(() -> call("POST", token).send(house.members)));
      }
      for (Future<Reply> reply : replies) {
        answers.add(reply.get().status());
      }
    } finally {
      presses.shutdown();
    }

    assertThat(answers).filteredOn(status -> status == 303).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 410).hasSize(31);
    assertThat(house.memberIds()).hasSize(1);
  }

  @Test
  void otherMethods_areRefused_andSayWhichAreNot() {
    Reply confirmation =
        house.send(HttpCall.of("ANY /confirmations/{token}").method("PUT").path("token", "x"));
    Reply me = house.send(HttpCall.of("ANY /me").method("POST"));

    assertThat(confirmation.status()).isEqualTo(405);
    assertThat(confirmation.header("allow")).isEqualTo("GET, POST");
    assertThat(me.header("allow")).isEqualTo("DELETE, GET, PATCH");
  }

  @Test
  void me_isForMembersOnly() {
    assertThat(house.send(HttpCall.of("GET /me")).status()).isEqualTo(401);
    assertThat(house.send(HttpCall.of("DELETE /me")).status()).isEqualTo(401);
    assertThat(house.send(HttpCall.of("GET /me").claim("sub", "x")).status()).isEqualTo(403);
    assertThat(house.send(HttpCall.of("GET /me").as("nobody")).status()).isEqualTo(404);
    assertThat(house.send(HttpCall.of("DELETE /me").as("nobody")).status()).isEqualTo(204);
    assertThat(house.dump()).isEmpty();
  }
}
