package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What members do with each other and with their account, crashed at every call to the table and
 * tried again, ends as a clean run does.
 */
class AccountCrashTest {
  private static final String NEW = "new@example.org";

  /** Two members with what happens between them: the same in the clean run and the crashed one. */
  private static final class Case {
    final House house = new House();
    final String maria = house.member("Maria");
    final String ben = house.member("Ben");
    String introduction = "";

    Case() {
      house.clock.advance(Duration.ofMinutes(2));
    }
  }

  static Stream<Arguments> crashes() {
    return Stream.of(Fault.BEFORE, Fault.AFTER)
        .flatMap(
            fault ->
                Stream.of(
                    row("blocking", fault, given -> {}, AccountCrashTest::block),
                    row("unblocking", fault, c -> block(c.house, c), AccountCrashTest::unblock),
                    row("asking", fault, given -> {}, AccountCrashTest::ask),
                    row("accepting", fault, AccountCrashTest::asked, answer("accepted")),
                    row("declining", fault, AccountCrashTest::asked, answer("declined")),
                    row("withdrawing", fault, AccountCrashTest::asked, AccountCrashTest::withdraw),
                    row("resending", fault, AccountCrashTest::waiting, AccountCrashTest::resend),
                    row("another address", fault, given -> {}, AccountCrashTest::move),
                    row("its letters", fault, c -> move(c.house, c), AccountCrashTest::send),
                    row("cancelling", fault, AccountCrashTest::moving, AccountCrashTest::cancel),
                    row("first yes", fault, AccountCrashTest::moving, confirm("maria@example.org")),
                    row("last yes", fault, AccountCrashTest::agreed, confirm(NEW)),
                    row("news", fault, AccountCrashTest::wishing, AccountCrashTest::tell),
                    row("erasing", fault, AccountCrashTest::full, AccountCrashTest::erase)));
  }

  private static Arguments row(
      String name, Fault fault, Consumer<Case> given, BiConsumer<House, Case> when) {
    return Arguments.of(name, fault, given, when);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("crashes")
  void useCase_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(
      String name, Fault fault, Consumer<Case> given, BiConsumer<House, Case> when) {
    Case clean = new Case();
    given.accept(clean);
    when.accept(clean.house, clean);

    int k = 0;
    boolean reached = true;
    while (reached) {
      Case crashed = new Case();
      given.accept(crashed);
      AtomicInteger made = new AtomicInteger();
      House crashing = crashed.house.over(client(k, fault, made));

      Throwable thrown = catchThrowable(() -> when.accept(crashing, crashed));
      when.accept(crashed.house, crashed);

      if (thrown != null) {
        assertThat(thrown).hasMessageNotContaining("aria");
      }
      reached = made.get() > k;
      assertThat(comparable(crashed)).as("%s, call %d", name, k).isEqualTo(comparable(clean));
      assertThat(subjects(crashed)).as("%s, call %d", name, k).isEqualTo(subjects(clean));
      k++;
    }
    assertThat(k).as("calls of %s", name).isGreaterThan(2);
  }

  private static DynamoDbClient client(int k, Fault fault, AtomicInteger made) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          made.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }

  /** Ids and secrets are random, and what is tried again is done at a later moment. */
  private static List<String> comparable(Case any) {
    return any.house.dump().stream()
        .map(item -> item.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"))
        .map(item -> item.replaceAll("[A-Za-z0-9_-]{43}", "<secret>"))
        .map(item -> item.replaceAll("(outbox|words)#\\d", "$1#<n>"))
        .map(item -> item.replaceAll("2026-11-\\d\\dT[0-9:.]+Z", "<time>"))
        .map(item -> item.replaceAll("N=1[78]\\d{8}", "N=<time>"))
        .sorted()
        .toList();
  }

  /** What mails said, each once: a crash at the worst moment may send one twice. */
  private static List<String> subjects(Case any) {
    return any.house.mail.sent().stream().map(Mail.Message::subject).distinct().sorted().toList();
  }

  private static void block(House house, Case given) {
    house.send(HttpCall.of("PUT /me/blocks/{id}").as(given.maria).path("id", given.ben));
  }

  private static void unblock(House house, Case given) {
    house.send(HttpCall.of("DELETE /me/blocks/{id}").as(given.maria).path("id", given.ben));
  }

  private static void ask(House house, Case given) {
    Object id =
        house
            .send(
                HttpCall.of("POST /members/{id}/introductions")
                    .as(given.maria)
                    .path("id", given.ben)
                    .header("idempotency-key", "ask")
                    .json(Json.of("note", "Hello")))
            .json()
            .get("id");
    given.introduction = String.valueOf(id);
  }

  private static void asked(Case given) {
    ask(given.house, given);
    given.house.sweep();
  }

  private static BiConsumer<House, Case> answer(String state) {
    return (house, given) -> answer(house, given.ben, given, state);
  }

  private static void withdraw(House house, Case given) {
    answer(house, given.maria, given, "withdrawn");
  }

  private static void answer(House house, String member, Case given, String state) {
    house.send(
        HttpCall.of("PATCH /me/introductions/{id}")
            .as(member)
            .path("id", given.introduction)
            .json(Json.of("state", state)));
  }

  private static void waiting(Case given) {
    given.house.take(
        given.house.submission("email", NEW, "displayName", "Cem", "consent", "2026-11"));
    given.house.sweep();
    given.house.clock.advance(Duration.ofMinutes(2));
  }

  private static void resend(House house, Case given) {
    house.send(
        HttpCall.of("POST /confirmations")
            .header("idempotency-key", "resend")
            .json(Json.of("email", NEW)));
    send(house, given);
  }

  private static void move(House house, Case given) {
    house.send(
        HttpCall.of("POST /me/address")
            .as(given.maria)
            .header("idempotency-key", "move")
            .json(Json.of("email", NEW)));
  }

  private static void moving(Case given) {
    move(given.house, given);
    given.house.sweep();
  }

  private static void cancel(House house, Case given) {
    house.send(HttpCall.of("DELETE /me/address").as(given.maria));
  }

  private static void agreed(Case given) {
    moving(given);
    confirm("maria@example.org").accept(given.house, given);
  }

  private static BiConsumer<House, Case> confirm(String address) {
    return (house, given) ->
        house.confirm(
            RecordingMail.token(
                given.house.mail.sent().stream()
                    .filter(mail -> mail.to().equals(address))
                    .reduce((first, second) -> second)
                    .orElseThrow()));
  }

  private static void wishing(Case given) {
    HttpCall show = HttpCall.of("GET /me").as(given.maria);
    given.house.send(
        HttpCall.of("PATCH /me")
            .as(given.maria)
            .header("if-match", given.house.send(show).header("etag"))
            .json(Json.of("wishes", Json.of("news", true))));
  }

  private static void tell(House house, Case given) {
    DomainEvent joined =
        DomainEvent.of(
            "AlikeJoined",
            given.maria,
            1,
            house.clock.instant(),
            "request-1",
            Json.of("memberId", given.maria, "week", "2026-W48"));
    EventCall.deliver(house.subscriber, joined);
    send(house, given);
  }

  private static void full(Case given) {
    asked(given);
    block(given.house, given);
    moving(given);
  }

  private static void erase(House house, Case given) {
    house.send(HttpCall.of("DELETE /me").as(given.maria));
  }

  /** A crash may leave the letter in somebody's hands; they lose it after two minutes. */
  private static void send(House house, Case given) {
    house.sweep();
    house.clock.advance(Duration.ofMinutes(3));
    given.house.sweep();
  }
}
