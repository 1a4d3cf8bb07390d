package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.store.Write;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Newsletters: asked for by anybody, confirmed by whoever reads the mailbox, ended by them. */
class SubscriptionsTest {
  private static final String ROUTE = " /subscriptions/{token}";
  private final DeliveryHouse house = new DeliveryHouse();
  private final Receiver receiver = new Receiver();

  @BeforeEach
  void newsletter() {
    Map<String, Object> email = Map.of("type", "string", "format", "email");
    Reply written =
        house.fixture.put(
            "news",
            Json.of(
                "title",
                "Our news",
                "purpose",
                "newsletter",
                "schema",
                Json.of(
                    "type",
                    "object",
                    "required",
                    List.of("email"),
                    "properties",
                    Map.of("email", email))));
    assertThat(written.status()).as(written.body()).isEqualTo(201);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private String subscribe() {
    String id = house.submit("news", "email=maria%40example.org");
    house.stream();
    return id;
  }

  private String token() {
    String text = house.mail.sent().get(0).text();
    String before = "https://api.alike.example/subscriptions/";
    int at = text.indexOf(before) + before.length();
    return text.substring(at, text.indexOf('\n', at));
  }

  private HttpCall call(String method, String token) {
    return HttpCall.of(method + ROUTE).path("token", token);
  }

  private Reply send(String method, String token) {
    Reply reply =
        call(method, token).header("accept", "application/json").send(house.subscriptions());
    house.stream();
    return reply;
  }

  @Test
  void newsletter_needsAFieldForAnAddress() {
    Reply reply = house.fixture.put("other", Json.of("title", "x", "purpose", "newsletter"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("\"/schema/properties\"");
  }

  @Test
  void reader_isAskedFirst_andUntilThenNobodyElseHears() {
    house.hook("news", receiver.url());
    String id = subscribe();

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.mail.sent().get(0).to()).isEqualTo("maria@example.org");
    assertThat(token()).matches("[A-Za-z0-9_-]+");
    assertThat(house.parts("news", id)).containsOnlyKeys("confirm");
    assertThat(receiver.calls()).isEmpty();
  }

  @Test
  void confirmation_isToldOnce_howeverOftenItIsPressed() {
    house.deliver(
        "news",
        Json.of(
            "notify",
            List.of("owner@example.org"),
            "webhooks",
            List.of(Map.of("url", receiver.url()))));
    subscribe();
    String token = token();

    assertThat(send("GET", token).json()).containsEntry("state", "waiting");
    assertThat(receiver.calls()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST", token).json())
          .containsEntry("state", "confirmed")
          .containsEntry("title", "Our news");
    }
    for (int minute = 0; minute < 20; minute++) {
      house.minute();
    }

    assertThat(receiver.calls()).hasSize(1);
    assertThat(receiver.calls().get(0).body())
        .contains("\"subscription.confirmed\"", "maria@example.org");
    assertThat(house.mail.sent())
        .extracting(Mail.Message::to)
        .containsExactly("maria@example.org", "owner@example.org");
    assertThat(house.mail.sent().get(1).text()).doesNotContain("maria");
  }

  @Test
  void confirmation_isTold_thoughTheStreamLosesIt() {
    house.hook("news", receiver.url());
    house.submit("news", "email=maria%40example.org");
    house.stream();
    call("POST", token()).send(house.subscriptions());
    house.changes();

    for (int minute = 0; minute < 8; minute++) {
      house.minute();
    }

    assertThat(receiver.calls()).hasSize(1);
    assertThat(house.list("news", "due")).isEmpty();
  }

  @Test
  void end_isToldToo_andThereIsNoWayBack() {
    house.hook("news", receiver.url());
    subscribe();
    send("POST", token());

    assertThat(send("DELETE", token()).json()).containsEntry("state", "ended");
    assertThat(send("POST", token()).json()).containsEntry("state", "ended");

    assertThat(receiver.calls()).hasSize(2);
    assertThat(receiver.calls().get(1).body()).contains("\"subscription.ended\"");
    assertThat(receiver.calls().get(1).header("webhook-id")).endsWith("_ended");
  }

  @Test
  void page_worksWithoutScript_toConfirmAndToEnd() {
    subscribe();
    Reply page = call("GET", token()).header("accept", "text/html").send(house.subscriptions());
    Reply confirmed =
        call("POST", token()).body(TableFixture.URLENCODED, "").send(house.subscriptions());
    Reply ended =
        call("POST", token())
            .body(TableFixture.URLENCODED, "_method=DELETE")
            .send(house.subscriptions());

    assertThat(page.body()).contains("<form method=\"post\">", "Our news");
    assertThat(confirmed.body()).contains("You get it", "value=\"DELETE\"");
    assertThat(ended.body()).contains("You get it no longer").doesNotContain("<form");
  }

  @Test
  void link_confirmsForSevenDays_andEndsAsLongAsThereIsSomethingToEnd() {
    subscribe();
    String token = token();
    house.clock.advance(Duration.ofDays(7));
    assertThat(send("POST", token).status()).isEqualTo(410);
    assertThat(send("GET", token).json()).containsEntry("state", "waiting");
    assertThat(send("DELETE", token).json()).containsEntry("state", "ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "..%2F"})
  void link_isNotFound_whenWeNeverGaveItOut(String token) {
    subscribe();
    for (String method : List.of("GET", "POST", "DELETE")) {
      assertThat(send(method, token).status()).isEqualTo(404);
    }
  }

  @Test
  void link_isNotFound_whenAnythingOfItWasChanged_orItsSubmissionIsGone() {
    String id = subscribe();
    String token = token();
    for (int i = 0; i < token.length(); i += 7) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(send("POST", changed).status()).isEqualTo(404);
    }
    house.status("news", id, "quarantined");
    assertThat(send("POST", token).status()).isEqualTo(404);
    house.status("news", id, "gone");
    assertThat(send("POST", token).status()).isEqualTo(404);
    assertThat(call("POST", token).header("accept", "text/html").send(house.subscriptions()).body())
        .contains("This did not work");
  }

  /** Nobody confirms a mailbox by owning another one. */
  @Test
  void link_isNotFound_onceTheSubmissionSaysAnotherMailbox() {
    String id = subscribe();
    house
        .fixture
        .table()
        .write(
            Write.update(
                SubmissionKeys.submission("news", id),
                "SET #values = ?",
                List.of("email", "somebody@example.org")));

    assertThat(send("POST", token()).status()).isEqualTo(404);
  }

  @Test
  void stranger_getsTwoMailsADay_however_oftenSomebodyTypesTheirAddress() {
    for (int i = 0; i < 6; i++) {
      house.clock.advance(Duration.ofMinutes(2));
      subscribe();
    }

    assertThat(house.mail.sent()).hasSize(2);
  }

  @Test
  void lostSubscription_isFoundToo_thoughItsFormHasNoSettings() {
    house.submit("news", "email=maria%40example.org");
    for (int minute = 0; minute < 22; minute++) {
      house.minute();
    }

    assertThat(house.mail.sent()).hasSize(1);
  }
}
