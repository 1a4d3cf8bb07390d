package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for the confirmation mail once more. */
class ResendingTest {
  private static final String MARIA = "maria@example.org";
  private final House house = new House();

  @Test
  void newLink_isSent_andTakesTheOlderOnesPlace() {
    house.take(house.maria());
    house.sweep();
    String first = house.mail.lastToken();
    house.clock.advance(Duration.ofMinutes(2));

    ask(MARIA);
    house.sweep();

    assertThat(house.mail.sent()).hasSize(2);
    String second = house.mail.lastToken();
    assertThat(house.confirm(first).status()).isEqualTo(410);
    assertThat(house.confirm(second).status()).isEqualTo(200);
    assertThat(house.memberIds()).hasSize(1);
  }

  @Test
  void newLink_worksFor48HoursFromThenOn() {
    house.take(house.maria());
    house.sweep();
    house.clock.advance(Duration.ofHours(40));
    ask(MARIA);
    house.sweep();
    house.clock.advance(Duration.ofHours(40));

    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
  }

  @Test
  void linkThatIsOnItsWay_staysGood() {
    house.take(house.maria());
    house.sweep();
    String link = house.mail.lastToken();
    ask(MARIA);
    house.sweep();

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.confirm(link).status()).isEqualTo(200);
  }

  @Test
  void lastLink_staysGood_howeverOftenAStrangerAsks() {
    house.take(house.maria());
    house.sweep();
    for (int i = 0; i < 9; i++) {
      house.clock.advance(Duration.ofMinutes(2));
      ask(MARIA);
      house.sweep();
    }

    assertThat(house.mail.sent()).hasSize(5);
    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
  }

  @Test
  void member_isToldThatThereIsAnAccount_andUnknownOnesGetNothing() {
    house.join(house.maria());
    house.clock.advance(Duration.ofMinutes(2));

    ask(MARIA);
    ask("nobody@example.org");
    house.sweep();

    assertThat(house.mail.sent()).hasSize(2);
    assertThat(house.mail.sent().get(1).subject()).isEqualTo("You have an account already");
    assertThat(house.dump()).noneMatch(item -> item.contains("nobody"));
  }

  @Test
  void answerAndWork_areTheSame_whateverTheAddressIs() {
    String erased = house.member("Erased");
    house.send(HttpCall.of("DELETE /me").as(erased));
    house.member("Member");
    house.take(house.submission("email", MARIA, "displayName", "M", "consent", "1"));
    MeteredDynamo meter = new MeteredDynamo();
    House metered = house.over(meter.client());

    List<String> answers = new ArrayList<>();
    for (String address :
        List.of(MARIA, "member@example.org", "erased@example.org", "x@example.org")) {
      meter.reset();
      Reply reply = metered.send(asking(address));
      answers.add(
          reply.status()
              + reply.body()
              + (" " + meter.requests() + " " + meter.read() + " " + meter.written()));
    }

    assertThat(answers).containsOnly(answers.get(0));
    assertThat(answers.get(0)).startsWith("202").endsWith(" 1 0.0 2.0");
  }

  @Test
  void asking_isRemembered_onceHoweverOftenItIsDone() {
    ask(MARIA);
    List<String> before = house.dump();

    assertThat(ask(" MARIA@example.org").status()).isEqualTo(202);

    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void asking_isRepeatable_whenItHasAKey() {
    Reply first = house.send(asking(MARIA).header("idempotency-key", "k"));
    List<String> before = house.dump();
    Reply second = house.send(asking(MARIA).header("idempotency-key", "k"));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(house.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"email\":\"nobody\"}", "{\"email\":[\"a@example.org\"]}"})
  void asking_isRefused_whenThereIsNoAddress(String body) {
    Reply reply = house.send(HttpCall.of("POST /confirmations").body("application/json", body));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(house.dump()).isEmpty();
  }

  private Reply ask(String address) {
    return house.send(asking(address));
  }

  private static HttpCall asking(String address) {
    return HttpCall.of("POST /confirmations").json(Json.of("email", address));
  }
}
