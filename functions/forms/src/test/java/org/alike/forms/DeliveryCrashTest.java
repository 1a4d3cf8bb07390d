package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.StreamCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Everything that delivers, broken off at every call to the table, and then done again. */
class DeliveryCrashTest {
  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  /** What happens, over a client that may fail, and then over one that does not. */
  private interface Doing {
    void with(DynamoDbClient client);
  }

  /** A house in which it happens. */
  private interface Case {
    Doing in(DeliveryHouse house, Receiver receiver);
  }

  static Stream<Arguments> cases() {
    return Stream.of(Fault.BEFORE, Fault.AFTER)
        .flatMap(
            fault ->
                Stream.of(
                    Arguments.of("telling", fault, (Case) DeliveryCrashTest::telling),
                    Arguments.of("telling, webhook down", fault, (Case) DeliveryCrashTest::failing),
                    Arguments.of("trying again", fault, (Case) DeliveryCrashTest::retrying),
                    Arguments.of("finding lost ones", fault, (Case) DeliveryCrashTest::sweeping),
                    Arguments.of("redelivering", fault, (Case) DeliveryCrashTest::redelivering),
                    Arguments.of("confirming", fault, (Case) DeliveryCrashTest::confirming),
                    Arguments.of("rotating", fault, (Case) DeliveryCrashTest::rotating)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void delivery_endsAsACleanRun_whereverItBrokeOff(String name, Fault fault, Case given) {
    receiver.answering(200);
    DeliveryHouse clean = new DeliveryHouse();
    given.in(clean, receiver).with(EmbeddedDynamo.client());
    List<String> expected = settled(clean);
    int k = 0;
    boolean reached = true;
    while (reached) {
      receiver.answering(200);
      DeliveryHouse broken = new DeliveryHouse();
      int before = receiver.calls().size();
      AtomicInteger calls = new AtomicInteger();
      int call = k;
      Doing doing = given.in(broken, receiver);

      assertThat(catchThrowable(() -> doing.with(client(call, fault, calls))))
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              thrown -> assertThat(thrown).hasMessageNotContaining("maria"));
      doing.with(EmbeddedDynamo.client());

      reached = calls.get() > k;
      assertThat(settled(broken)).as("%s, call %d", name, k).isEqualTo(expected);
      assertNotFlooded(broken, clean, receiver.calls().size() - before);
      k++;
    }
    assertThat(k).isGreaterThan(1);
  }

  /** Each mail at least once, and not more often than it broke off between sending and noting. */
  private static void assertNotFlooded(DeliveryHouse broken, DeliveryHouse clean, int calls) {
    for (Mail.Message mail : clean.mail.sent()) {
      assertThat(broken.mail.sent().stream().filter(other -> other.to().equals(mail.to())).count())
          .isBetween(1L, 2L);
    }
    assertThat(broken.mail.sent().size()).isLessThanOrEqualTo(2 * clean.mail.sent().size());
    assertThat(calls).isLessThanOrEqualTo(4);
  }

  private static DynamoDbClient client(int k, Fault fault, AtomicInteger calls) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          calls.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }

  /** What is left once all that is due was tried; how often and when is another matter. */
  private static List<String> settled(DeliveryHouse house) {
    for (int minute = 0; minute < 25; minute++) {
      house.minute();
    }
    return house.fixture.dumpWithoutIds().stream()
        .filter(item -> !item.contains("CURSOR-KEY"))
        .map(item -> item.replaceAll("whsec_[A-Za-z0-9+/=]{44}", "<secret>"))
        .map(item -> item.replaceAll("[A-Za-z0-9_-]{43}", "<digest>"))
        .map(item -> item.replaceAll("(hook-|\\\\?\"id\\\\?\":\\\\?\")[a-z2-9]{8}", "$1<hook>"))
        .map(item -> item.replaceAll("(done|dead) \\d+ (\\w+) \\d+ \\d+", "$1 <n> $2 <times>"))
        .map(item -> item.replaceAll("\"webhook\":\"[a-z2-9]{8}", "\"webhook\":\"<hook>"))
        .map(item -> item.replaceAll("cause=AttributeValue\\(S=[a-z-]+\\)", "<cause>"))
        .map(item -> item.replaceAll("expires=AttributeValue\\(N=\\d+\\)", "<expires>"))
        .map(item -> item.replaceAll("version=AttributeValue\\(N=\\d+\\)", "<version>"))
        .map(item -> item.replaceAll("http://127.0.0.1:\\d+", "<receiver>"))
        .sorted()
        .toList();
  }

  private static Map<String, Object> everything(Receiver receiver) {
    return Json.of(
        "notify",
        List.of("owner@example.org"),
        "autoresponder",
        Map.of("subject", "Thanks", "text", "Soon."),
        "webhooks",
        List.of(Map.of("url", receiver.url())));
  }

  private static Doing telling(DeliveryHouse house, Receiver receiver) {
    house.deliver("contact", everything(receiver));
    house.contact("hello");
    StreamCall changes = house.changes();
    return client -> changes.send(house.deliveries(client));
  }

  private static Doing failing(DeliveryHouse house, Receiver receiver) {
    Doing telling = telling(house, receiver);
    receiver.answering(500);
    return client -> {
      telling.with(client);
      receiver.answering(200);
    };
  }

  private static Doing retrying(DeliveryHouse house, Receiver receiver) {
    failing(house, receiver).with(EmbeddedDynamo.client());
    house.clock.advance(Duration.ofMinutes(2));
    return client -> house.schedule(house.deliveries(client));
  }

  private static Doing sweeping(DeliveryHouse house, Receiver receiver) {
    house.deliver("contact", everything(receiver));
    house.contact("hello");
    house.clock.advance(Duration.ofMinutes(20));
    return client -> house.schedule(house.deliveries(client));
  }

  private static Doing redelivering(DeliveryHouse house, Receiver receiver) {
    house.hook("contact", receiver.url());
    receiver.answering(410);
    String id = house.contact("hello");
    house.stream();
    receiver.answering(200);
    Object part = house.parts("contact", id).getOrDefault("webhook", Map.of()).get("id");
    HttpCall call =
        DeliveryHouse.owner("POST /forms/{form}/deliveries/{id}/{part}", "contact")
            .path("id", id)
            .path("part", String.valueOf(part))
            .header("idempotency-key", "k");
    return client -> call.send(house.fixture.owner(client));
  }

  private static Doing confirming(DeliveryHouse house, Receiver receiver) {
    Map<String, Object> email = Map.of("type", "string", "format", "email");
    house.fixture.put(
        "news",
        Json.of(
            "title",
            "News",
            "purpose",
            "newsletter",
            "schema",
            Json.of(
                "type", "object",
                "required", List.of("email"),
                "properties", Map.of("email", email))));
    house.deliver("news", everything(receiver));
    house.submit("news", "email=maria%40example.org");
    house.stream();
    String text = house.mail.sent().get(0).text();
    int at = text.indexOf("/subscriptions/") + "/subscriptions/".length();
    HttpCall call =
        HttpCall.of("POST /subscriptions/{token}")
            .path("token", text.substring(at, text.indexOf('\n', at)));
    return client -> {
      call.send(house.subscriptions(client));
      house.stream();
    };
  }

  private static Doing rotating(DeliveryHouse house, Receiver receiver) {
    Map<String, Object> hook =
        DeliveryHouse.webhooks(house.deliver("contact", everything(receiver))).get(0);
    HttpCall call =
        DeliveryHouse.owner("POST /forms/{form}/webhooks/{id}/secret", "contact")
            .path("id", String.valueOf(hook.get("id")))
            .header("idempotency-key", "k");
    return client -> call.send(house.fixture.owner(client));
  }
}
