package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.alike.testkit.StreamCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions on their way to their owner's mailbox and programs. */
class DeliveriesTest {
  private static final Map<String, Object> MAIL = Json.of("notify", List.of("owner@example.org"));
  private static final Map<String, Object> THANKS =
      Json.of("autoresponder", Json.of("subject", "Thanks", "text", "We answer soon."));
  private final DeliveryHouse house = new DeliveryHouse();
  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  private Reply again(String id, String part) {
    return house.send(
        DeliveryHouse.owner("POST /forms/{form}/deliveries/{id}/{part}", "contact")
            .path("id", id)
            .path("part", part));
  }

  private String hookPart(String id) {
    return String.valueOf(house.parts("contact", id).getOrDefault("webhook", Map.of()).get("id"));
  }

  private Object state(String id, String kind) {
    return house.parts("contact", id).getOrDefault(kind, Map.of()).getOrDefault("state", "none");
  }

  /** Lets time pass until the message's next try is over. */
  private void untilNextTry(String id) {
    Object next = house.parts("contact", id).getOrDefault("webhook", Map.of()).get("next");
    Duration wait = Duration.between(house.clock.instant(), Instant.parse(String.valueOf(next)));
    house.clock.advance(wait.isNegative() ? Duration.ZERO : wait);
    house.minute();
  }

  @Test
  void owner_getsAMailWithALink_andNothingOfTheContent() {
    house.deliver("contact", MAIL);
    String id = house.contact("I+have+ALS");

    List<String> log = house.stream().log();

    assertThat(house.mail.sent()).hasSize(1);
    Mail.Message mail = house.mail.sent().get(0);
    assertThat(mail.to()).isEqualTo("owner@example.org");
    assertThat(mail.text()).contains("https://alike.example/inbox.html#contact/" + id);
    assertThat(mail.subject() + mail.text()).doesNotContain("ALS", "maria");
    assertThat(log.toString()).doesNotContain("ALS", "maria", "owner@");
    assertThat(state(id, "mail")).isEqualTo("done");
  }

  @Test
  void webhook_getsTheContent_signed_andRedirectsAreNotFollowed() {
    String secret = house.hook("contact", receiver.url());
    receiver.answering(307);
    String id = house.contact("hello");
    house.stream();

    assertThat(receiver.calls()).hasSize(1);
    Receiver.Call call = receiver.calls().get(0);
    assertThat(call.path()).isEqualTo("/hook?from=alike");
    assertThat(call.body()).contains("\"value\":\"hello\"");
    assertThat(call.header("content-type")).isEqualTo("application/json");
    assertThat(call.header("webhook-id")).isEqualTo("msg_" + id);
    assertThat(call.header("webhook-signature"))
        .isEqualTo(
            new WebhookSecret(secret, Optional.empty())
                .sign("msg_" + id + "." + call.header("webhook-timestamp") + "." + call.body()));
    assertThat(house.parts("contact", id).get("webhook"))
        .containsEntry("state", "due")
        .containsEntry("attempts", 1)
        .containsEntry("result", "307");
  }

  @Test
  void submission_isToldOnce_howeverOftenTheStreamTellsOfIt() {
    house.deliver("contact", MAIL);
    house.contact("hello");
    StreamCall changes = house.changes();
    FormsDeliveries another = house.deliveries(EmbeddedDynamo.client());

    changes.send(another);
    List<String> once = house.fixture.dump();
    changes.send(another);
    changes.send(house.deliveries(EmbeddedDynamo.client()));
    house.minute();

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.fixture.dump()).isEqualTo(once);
  }

  @Test
  void markOrCorrection_isNobodysNews() {
    house.deliver("contact", MAIL);
    String id = house.contact("hello");
    house.stream();

    house.status("contact", id, "received");
    house
        .fixture
        .table()
        .write(Write.update(SubmissionKeys.submission("contact", id), "SET #mark = ?", "read"));
    house.stream();

    assertThat(house.mail.sent()).hasSize(1);
  }

  @Test
  void webhook_isTriedSevenTimesInADay_thenItIsDead_andItsOwnerSeesItAndLetsItGoAgain() {
    house.hook("contact", receiver.url());
    receiver.answering(500);
    String id = house.contact("hello");
    house.stream();
    Instant first = house.clock.instant();
    while (state(id, "webhook").equals("due")) {
      assertThat(house.list("contact", "due")).hasSize(1);
      assertThat(house.list("contact", "dead")).isEmpty();
      untilNextTry(id);
    }

    assertThat(receiver.calls()).hasSize(7);
    Duration took = Duration.between(first, house.clock.instant());
    assertThat(took).isBetween(Duration.ofHours(19), Duration.ofHours(30));
    assertThat(house.list("contact", "due")).isEmpty();
    assertThat(house.list("contact", "dead")).hasSize(1);
    assertThat(house.list("contact", "dead").get(0)).containsEntry("submission", id);
    house.minute();
    assertThat(receiver.calls()).hasSize(7);

    receiver.answering(204);
    Reply reply = again(id, hookPart(id));
    house.minute();

    assertThat(reply.status()).isEqualTo(202);
    assertThat(receiver.calls()).hasSize(8);
    assertThat(state(id, "webhook")).isEqualTo("done");
    assertThat(house.list("contact", "dead")).isEmpty();
    assertThat(receiver.calls().stream().map(call -> call.header("webhook-id")).distinct())
        .containsExactly("msg_" + id);
  }

  @Test
  void webhook_isDeadAtOnce_whenItSaysThatItIsGone() {
    house.hook("contact", receiver.url());
    receiver.answering(410);
    String id = house.contact("hello");
    house.stream();

    assertThat(house.parts("contact", id).get("webhook"))
        .containsEntry("state", "dead")
        .containsEntry("result", "410");
  }

  @Test
  void webhook_isNotTriedAnyMore_onceItsOwnerRemovedIt_orTheSubmissionIsGone() {
    house.hook("contact", receiver.url());
    receiver.answering(500);
    String kept = house.contact("one");
    String gone = house.contact("two");
    house.stream();
    house.status("contact", gone, "gone");
    untilNextTry(gone);
    assertThat(state(gone, "webhook")).isEqualTo("skipped");

    house.deliver("contact", MAIL);
    untilNextTry(kept);
    assertThat(house.parts("contact", kept).get("webhook"))
        .containsEntry("state", "skipped")
        .containsEntry("result", "removed");
    assertThat(receiver.calls().size()).isLessThanOrEqualTo(3);
  }

  @Test
  void brokenWebhook_holdsUpNobodysMail_andIsLeftToTheRetries() {
    house.deliver(
        "contact",
        Json.of(
            "notify",
            List.of("owner@example.org"),
            "webhooks",
            List.of(Map.of("url", receiver.url()))));
    receiver.answering(503);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(house.contact("message" + i));
    }
    house.stream();

    assertThat(house.mail.sent()).hasSize(10);
    assertThat(receiver.calls()).hasSize(1);
    receiver.answering(200);
    house.clock.advance(Duration.ofMinutes(1));
    house.minute();
    assertThat(ids).allMatch(id -> state(id, "webhook").equals("done"));
    assertThat(receiver.calls()).hasSize(11);
    assertThat(house.list("contact", "due")).isEmpty();
  }

  @Test
  void quarantinedSubmission_isToldNobody_andOnceItIsReleasedExactlyOnce() {
    house.deliver(
        "contact",
        Json.of(
            "notify",
            List.of("owner@example.org"),
            "autoresponder",
            THANKS.get("autoresponder"),
            "webhooks",
            List.of(Map.of("url", receiver.url()))));
    String id = house.submit("contact", "email=m%40example.org&message=x&_gotcha=filled");
    house.stream();
    house.minute();
    assertThat(house.mail.sent()).isEmpty();
    assertThat(receiver.calls()).isEmpty();

    for (int i = 0; i < 3; i++) {
      house.status("contact", id, "received");
      house.stream();
      house.minute();
      house.status("contact", id, "quarantined");
      house.stream();
      house.minute();
    }

    assertThat(house.mail.sent())
        .extracting(Mail.Message::to)
        .containsExactlyInAnyOrder("owner@example.org", "m@example.org");
    assertThat(receiver.calls()).hasSize(1);
  }

  /** By the owner's own route, and the stream loses it. */
  @Test
  void releasedSubmission_isTold_thoughTheStreamLosesIt() {
    house.deliver("contact", MAIL);
    String id = house.submit("contact", "email=m%40example.org&message=x&_gotcha=filled");
    house.clock.advance(Duration.ofDays(3));
    HttpCall look = DeliveryHouse.owner("GET /forms/{form}/submissions/{id}", "contact");
    String tag = house.send(look.path("id", id)).header("etag");
    Reply released =
        house.send(
            DeliveryHouse.owner("PATCH /forms/{form}/submissions/{id}", "contact")
                .path("id", id)
                .header("if-match", tag)
                .json(Map.of("status", "received")));
    StreamCall late = house.changes();
    for (int minute = 0; minute < 8; minute++) {
      house.minute();
    }

    assertThat(released.status()).as(released.body()).isEqualTo(200);
    assertThat(house.mail.sent()).hasSize(1);
    late.send(house.deliveries(EmbeddedDynamo.client()));
    house.minute();
    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.fixture.dump().toString()).doesNotContain("DUE#");
  }

  @Test
  void dueMessage_waits_whileItsSubmissionIsInQuarantine() {
    house.hook("contact", receiver.url());
    receiver.answering(500);
    String id = house.contact("hello");
    house.stream();
    house.status("contact", id, "quarantined");
    house.stream();
    untilNextTry(id);
    assertThat(state(id, "webhook")).isEqualTo("held");
    assertThat(receiver.calls()).hasSize(1);

    receiver.answering(200);
    house.status("contact", id, "received");
    house.stream();
    house.minute();

    assertThat(state(id, "webhook")).isEqualTo("done");
    assertThat(receiver.calls()).hasSize(2);
  }

  @Test
  void lostSubmission_isFoundWithinMinutes_andToldOnce() {
    house.deliver("contact", MAIL);
    String id = house.contact("hello");
    StreamCall late = house.changes();

    for (int minute = 0; minute < 9; minute++) {
      house.minute();
    }
    assertThat(house.mail.sent()).isEmpty();
    for (int minute = 0; minute < 12; minute++) {
      house.minute();
    }
    assertThat(house.mail.sent()).hasSize(1);
    late.send(house.deliveries(EmbeddedDynamo.client()));
    for (int minute = 0; minute < 60; minute++) {
      house.minute();
    }

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(state(id, "mail")).isEqualTo("done");
  }

  @Test
  void lostSubmission_isFound_alsoOfTheDayBefore() {
    house.deliver("contact", MAIL);
    house.contact("hello");
    house.clock.advance(Duration.ofHours(23));

    for (int minute = 0; minute < 61; minute++) {
      house.minute();
    }

    assertThat(house.mail.sent()).hasSize(1);
  }

  @Test
  void autoresponse_goesToTheFormsAddress_once_andStrangersAreNotFlooded() {
    house.deliver("contact", THANKS);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ids.add(house.contact("message" + i));
    }
    house.stream();

    assertThat(house.mail.sent()).hasSize(1);
    Mail.Message mail = house.mail.sent().get(0);
    assertThat(mail.to()).isEqualTo("maria@example.org");
    assertThat(mail.text()).isEqualTo("We answer soon.");
    assertThat(
            ids.stream().collect(Collectors.groupingBy(id -> state(id, "autoresponse"))).keySet())
        .containsExactlyInAnyOrder("done", "skipped");
    house.clock.advance(Duration.ofDays(1));
    house.contact("tomorrow");
    house.stream();
    assertThat(house.mail.sent()).hasSize(2);
  }

  @Test
  void mailbox_getsFiveMailsADay_fromAllFormsTogether() {
    for (int i = 0; i < 8; i++) {
      String form = "form-" + i;
      Map<String, Object> email = Map.of("type", "string", "format", "email");
      house.fixture.put(
          form,
          Json.of(
              "title",
              form,
              "schema",
              Json.of("type", "object", "properties", Map.of("email", email))));
      house.deliver(form, THANKS);
      house.submit(form, "email=Stranger%40EXAMPLE.org");
    }
    house.stream();

    assertThat(house.mail.sent()).hasSize(5);
    assertThat(house.mail.sent()).allMatch(mail -> mail.to().equals("stranger@example.org"));
    assertThat(house.fixture.dump().stream().filter(item -> item.contains("MAILS#")).toList())
        .noneMatch(item -> item.contains("stranger"));
  }

  @Test
  void autoresponse_isNotSentTwice_whateverTheOwnerAsks() {
    house.deliver("contact", THANKS);
    String id = house.contact("hello");
    house.stream();

    assertThat(again(id, "autoresponse").status()).isEqualTo(409);
    assertThat(again(id, "hook-nothing").status()).isEqualTo(404);
    assertThat(again("nothing", "autoresponse").status()).isEqualTo(404);
  }

  @Test
  void mail_isTriedAgain_whenTheServiceIsBusy_andDead_whenItIsRefused() {
    house.deliver("contact", MAIL);
    house.mail.answering(Mail.Delivery.LATER);
    String busy = house.contact("one");
    house.stream();
    assertThat(state(busy, "mail")).isEqualTo("due");
    house.mail.answering(Mail.Delivery.ACCEPTED);
    house.minute();
    house.minute();
    assertThat(house.mail.sent()).hasSize(1);

    house.mail.answering(Mail.Delivery.REFUSED);
    String refused = house.contact("two");
    house.stream();
    assertThat(state(refused, "mail")).isEqualTo("dead");
  }

  @Test
  void busyMailService_isAskedOnce_andTheOtherMailsAreNotCountedAsTried() {
    house.deliver("contact", Json.of("notify", List.of("a@example.org", "b@example.org")));
    house.mail.answering(Mail.Delivery.LATER);
    String id = house.contact("one");
    house.stream();

    Reply reply =
        house.send(
            DeliveryHouse.owner("GET /forms/{form}/deliveries/{id}", "contact").path("id", id));
    assertThat(DeliveryHouse.objects(reply.json().get("parts")))
        .extracting(part -> part.get("attempts"))
        .containsExactly(1, 0);
    house.mail.answering(Mail.Delivery.ACCEPTED);
    house.minute();
    house.minute();
    assertThat(house.mail.sent()).hasSize(2);
  }

  @Test
  void flood_isNoFloodOfMails() {
    house.fixture.put(
        "open", Json.of("title", "x", "limit", Map.of("submissions", 500, "minutes", 1)));
    house.deliver("open", MAIL);
    for (int i = 0; i < 120; i++) {
      house.submit("open", "a=" + i);
    }
    house.stream();

    assertThat(house.mail.sent()).hasSize(100);
  }

  @Test
  void again_isDoneOnce_whenItsAnswerWasLost() {
    house.hook("contact", receiver.url());
    String id = house.contact("hello");
    house.stream();
    HttpCall call =
        DeliveryHouse.owner("POST /forms/{form}/deliveries/{id}/{part}", "contact")
            .path("id", id)
            .path("part", hookPart(id))
            .header("idempotency-key", "k");

    Reply first = house.send(call);
    house.minute();
    Reply second = house.send(call);
    house.minute();

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(receiver.calls()).hasSize(2);
  }

  @Test
  void list_goesOn_whereItEnded() {
    house.hook("contact", receiver.url());
    receiver.answering(410);
    for (int i = 0; i < 5; i++) {
      house.clock.advance(Duration.ofMinutes(2));
      house.contact("message" + i);
    }
    house.stream();
    List<Object> seen = new ArrayList<>();
    String cursor = "";
    do {
      HttpCall call =
          DeliveryHouse.owner("GET /forms/{form}/deliveries", "contact").query("limit", "2");
      Reply page = house.send(cursor.isEmpty() ? call : call.query("cursor", cursor));
      DeliveryHouse.objects(page.json().get("items"))
          .forEach(item -> seen.add(item.get("submission")));
      cursor = String.valueOf(page.json().getOrDefault("next", ""));
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"done", "DEAD", "x"})
  void list_isOfWhatIsDeadOrDue(String state) {
    HttpCall call =
        DeliveryHouse.owner("GET /forms/{form}/deliveries", "contact").query("state", state);
    assertThat(house.send(call).status()).isEqualTo(422);
  }

  @Test
  void submission_costsFourUnits_itsDeliveryIncluded() {
    house.deliver("contact", MAIL);
    MeteredDynamo metered = new MeteredDynamo();
    HttpCall.of("POST /f/{form}")
        .path("form", "contact")
        .json(Map.of("email", "maria@example.org", "message", "a word ".repeat(140)))
        .send(house.fixture.function(metered.client()));
    house.changes().send(house.deliveries(metered.client()));

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(metered.written()).isEqualTo(4);
  }

  @Test
  void submission_isMarkedForDelivery_onlyWhenSomebodyIsToHear() {
    house.contact("nobody");
    house.clock.advance(Duration.ofSeconds(1));
    assertThat(house.fixture.dump().toString()).doesNotContain("deliver=");
    house.deliver("contact", MAIL);
    house.contact("somebody");
    assertThat(house.fixture.dump().toString()).contains("deliver=AttributeValue(N=1)");
    house.deliver("contact", Map.of());
    house.clock.advance(Duration.ofSeconds(5));
    house.stream();
    house.contact("nobody+again");
    house.stream();
    assertThat(house.mail.sent()).isEmpty();
  }
}
