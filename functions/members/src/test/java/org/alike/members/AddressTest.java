package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changing one's address, confirmed on both sides. */
class AddressTest {
  private static final String OLD = "maria@example.org";
  private static final String NEW = "new@example.org";
  private final House house = new House();
  private final String maria = house.member("Maria");

  @Test
  void address_isChanged_onceBothHaveAgreed() {
    assertThat(ask(NEW).status()).isEqualTo(202);
    house.sweep();

    assertThat(house.confirm(linkTo(NEW)).status()).isEqualTo(200);
    assertThat(me().get("email")).isEqualTo(OLD);
    assertThat(pending()).containsEntry("newConfirmed", true).containsEntry("oldConfirmed", false);
    assertThat(house.confirm(linkTo(OLD)).body()).contains("is changed");

    assertThat(me()).containsEntry("email", NEW).containsEntry("version", 2);
    assertThat(show().json()).isEmpty();
    assertThat(signIn(NEW)).contains(maria);
    assertThat(signIn(OLD)).doesNotContain(maria);
  }

  @Test
  void address_isChangedToo_whenTheOldOneAgreesFirst() {
    ask(NEW);
    house.sweep();

    house.confirm(linkTo(OLD));
    house.confirm(linkTo(NEW));

    assertThat(me().get("email")).isEqualTo(NEW);
  }

  @Test
  void links_workOnce_andFor48Hours() {
    ask(NEW);
    house.sweep();
    String link = linkTo(NEW);
    house.confirm(link);
    assertThat(house.confirm(link).status()).isEqualTo(410);
    assertThat(page(link).status()).isEqualTo(410);
    assertThat(page(linkTo(OLD)).status()).isEqualTo(200);

    house.clock.advance(Duration.ofDays(2));

    assertThat(house.confirm(linkTo(OLD)).status()).isEqualTo(410);
    assertThat(me().get("email")).isEqualTo(OLD);
    assertThat(show().json()).isEmpty();
  }

  @Test
  void page_confirmsNothing_onEitherSide() {
    ask(NEW);
    house.sweep();
    List<String> before = house.dump();

    assertThat(page(linkTo(OLD)).body()).contains("<button");
    assertThat(page(linkTo(NEW)).body()).contains("<button");

    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void oldMailbox_isToldTheWholeNewAddress_inLetterAndPage() {
    ask("O'Neill&Co@Example.org");
    house.sweep();

    assertThat(letterTo(OLD).text())
        .contains("\n\no'neill&co@example.org\n\n", "account.html")
        .doesNotContain("Maria", "ALS");
    assertThat(page(linkTo(OLD)).body())
        .contains(" o&#39;neill&amp;co@example.org.", "account.html")
        .doesNotContain(OLD, "Maria", "ALS");
  }

  @Test
  void newMailbox_learnsNothingOfTheOldOne_inLetterPageAndAnswers() {
    ask(NEW);
    house.sweep();

    assertThat(letterTo(NEW).subject() + letterTo(NEW).text()).doesNotContain("@", "Maria");
    assertThat(page(linkTo(NEW)).body()).doesNotContain("@", "Maria");
    assertThat(house.confirm(linkTo(NEW)).body()).doesNotContain("@", "Maria");
    assertThat(house.confirm(linkTo(NEW)).body()).doesNotContain("@", "Maria");
    assertThat(house.confirm(linkTo(OLD)).body()).doesNotContain("@", "Maria");
  }

  @Test
  void letterToTheOldMailbox_isNotSent_whenThatSideHasAgreed() {
    ask(NEW);
    house.mail.answering(Mail.Delivery.REFUSED);
    house.sweep();
    String token = waiting("old_address");
    house.confirm(token);
    house.mail.answering(Mail.Delivery.ACCEPTED);

    house.clock.advance(Duration.ofMinutes(2));
    house.sweep();

    assertThat(house.mail.sent())
        .extracting(Mail.Message::subject)
        .contains("Please confirm your new address")
        .doesNotContain("Is your address to be changed?");
  }

  @Test
  void newWish_endsTheOneBefore_andItsLettersAndLinks() {
    ask("first@example.org");
    house.sweep();
    String first = linkTo("first@example.org");
    ask("second@example.org");
    ask(NEW);
    house.sweep();

    assertThat(house.confirm(first).status()).isEqualTo(410);
    assertThat(house.mail.sent()).noneMatch(mail -> mail.to().equals("second@example.org"));
    assertThat(pending()).containsEntry("address", NEW);
  }

  @Test
  void cancelling_endsIt_andTwiceIsTheSame() {
    ask(NEW);
    house.sweep();
    String link = linkTo(NEW);

    assertThat(cancel().status()).isEqualTo(204);
    assertThat(cancel().status()).isEqualTo(204);

    assertThat(show().json()).isEmpty();
    assertThat(house.confirm(link).status()).isEqualTo(410);
  }

  @Test
  void answerAndWork_areTheSame_whoeverHasTheNewAddress() {
    house.member("Ben");
    String erased = house.member("Gone");
    house.send(HttpCall.of("DELETE /me").as(erased));
    MeteredDynamo meter = new MeteredDynamo();
    House metered = house.over(meter.client());

    Reply known = metered.send(asking("ben@example.org"));
    String work = meter.requests() + " " + meter.read() + " " + meter.written();
    for (String address : List.of("gone@example.org", NEW)) {
      house.clock.advance(Duration.ofDays(3));
      meter.reset();
      Reply other = metered.send(asking(address));
      assertThat(other.body()).isEqualTo(known.body());
      assertThat(other.status()).isEqualTo(known.status());
      assertThat(meter.requests() + " " + meter.read() + " " + meter.written()).isEqualTo(work);
    }
  }

  @Test
  void mailboxOfAMember_isTold_andHasNoLinkToConfirm() {
    house.member("Ben");
    ask("ben@example.org");
    house.sweep();

    Mail.Message letter =
        house.mail.sent().stream()
            .filter(mail -> mail.to().equals("ben@example.org"))
            .reduce((first, second) -> second)
            .orElseThrow();
    assertThat(letter.subject()).isEqualTo("You have an account already");
    assertThat(letter.text()).doesNotContain("/confirmations/");
    assertThat(pending()).containsEntry("address", "ben@example.org");
  }

  @Test
  void address_staysAsItIs_whenTheNewOneBecameAMembersMeanwhile() {
    ask(NEW);
    house.sweep();
    String link = linkTo(NEW);
    house.confirm(linkTo(OLD));
    house.clock.advance(Duration.ofMinutes(2));
    String other =
        house.join(
            house.submission(
                "email", NEW, "displayName", "Other", "conditions", "ALS", "consent", "2026-11"));

    assertThat(house.confirm(link).status()).isEqualTo(410);
    assertThat(me().get("email")).isEqualTo(OLD);
    assertThat(show().json()).isEmpty();
    assertThat(signIn(NEW)).contains(other);
    assertThat(signIn(OLD)).contains(maria);
  }

  @Test
  void wishes_areFiveADay() {
    for (int i = 0; i < 5; i++) {
      assertThat(ask("try" + i + "@example.org").status()).isEqualTo(202);
      cancel();
    }

    Reply sixth = ask(NEW);

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.header("retry-after")).isNotEmpty();
    house.clock.advance(Duration.ofHours(12));
    assertThat(ask(NEW).status()).isEqualTo(202);
  }

  @Test
  void wish_isRepeatable_whenItHasAKey() {
    Reply first = house.send(asking(NEW).header("idempotency-key", "k"));
    List<String> before = house.dump();

    Reply second = house.send(asking(NEW).header("idempotency-key", "k"));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(house.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nobody", "a@b", "maria@example.org", "a@example.org\\r\\nBcc: b@c.de"})
  void address_isRefused_whenItIsNoneOrOnesOwn(String address) {
    List<String> before = house.dump();

    assertThat(
            house
                .send(
                    HttpCall.of("POST /me/address")
                        .as(maria)
                        .body("application/json", "{\"email\":\"" + address + "\"}"))
                .status())
        .isEqualTo(422);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void erasing_leavesNothingOfTheWish_andTellsOfFormerMailboxes() {
    ask(NEW);
    house.sweep();
    house.confirm(linkTo(OLD));
    house.confirm(linkTo(NEW));
    ask("third@example.org");

    List<DomainEvent> told = house.told(() -> house.send(HttpCall.of("DELETE /me").as(maria)));

    assertThat(told)
        .filteredOn(event -> event.type().equals("MailboxForgotten"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.data())
                    .isEqualTo(Json.of("memberId", maria, "mailbox", new Mailbox(OLD).digest())));
    assertThat(house.dump()).noneMatch(item -> item.contains("example.org"));
    house.sweep();
    assertThat(house.mail.sent()).noneMatch(m -> m.to().equals("third@example.org"));
  }

  private Reply ask(String address) {
    return house.send(asking(address));
  }

  private HttpCall asking(String address) {
    return HttpCall.of("POST /me/address").as(maria).json(Json.of("email", address));
  }

  private Reply cancel() {
    return house.send(HttpCall.of("DELETE /me/address").as(maria));
  }

  private Reply show() {
    return house.send(HttpCall.of("GET /me/address").as(maria));
  }

  private Map<String, Object> pending() {
    return Json.asObject(show().json().get("pending")).orElseThrow();
  }

  private Map<String, Object> me() {
    return house.send(HttpCall.of("GET /me").as(maria)).json();
  }

  private Reply page(String token) {
    return house.send(HttpCall.of("GET /confirmations/{token}").path("token", token));
  }

  private String linkTo(String address) {
    return RecordingMail.token(letterTo(address));
  }

  private Mail.Message letterTo(String address) {
    return house.mail.sent().stream()
        .filter(mail -> mail.to().equals(address))
        .filter(mail -> mail.text().contains("/confirmations/"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** The token of a letter of this kind that waits in the outbox. */
  private String waiting(String kind) {
    return EmbeddedDynamo.items(house.name).stream()
        .filter(item -> AttributeValue.fromS(kind).equals(item.get("kind")))
        .flatMap(item -> Stream.ofNullable(item.get("token")))
        .map(AttributeValue::s)
        .findFirst()
        .orElseThrow();
  }

  private String signIn(String email) {
    return EventCall.send(
            house.signIn,
            Json.of(
                "request",
                Json.of("userAttributes", Json.of("email", email, "email_verified", "true"))))
        .output();
  }
}
