package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.kernel.Digest;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.StreamCall;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SubmissionEventsTest {
  private final TableFixture fixture = new TableFixture();
  private final List<DomainEvent> told = new ArrayList<>();
  private boolean busTakesAll = true;
  private final EventBus bus = this::publish;
  private final FormsPublisher publisher = new FormsPublisher(bus, fixture.clock);

  private Set<String> publish(String source, List<DomainEvent> events) {
    assertThat(source).isEqualTo("alike.forms");
    told.addAll(events);
    return busTakesAll ? Set.of() : Set.of(events.get(0).id());
  }

  @Test
  void publisher_tellsWhatWasSent_whenASubmissionIsAccepted() {
    TableFixture.signup()
        .body(TableFixture.URLENCODED, TableFixture.SIGNUP + "&symptoms=&_language=de")
        .send(fixture.function());

    publishEverything();

    DomainEvent event = told.get(0);
    assertThat(told).hasSize(1);
    assertThat(event.type()).isEqualTo("SubmissionAccepted");
    assertThat(event.cause()).isEqualTo("test-request");
    assertThat(event.time()).isEqualTo(fixture.clock.instant());
    assertThat(event.data())
        .containsEntry("form", "signup")
        .containsEntry("purpose", "signup")
        .containsEntry("submissionId", event.entity())
        .containsEntry("receivedAt", "2026-11-23T12:00:00Z")
        .containsEntry("language", "de")
        .containsEntry(
            "fields",
            List.of(
                Map.of("name", "email", "value", "maria@example.org"),
                Map.of("name", "displayName", "value", "Maria"),
                Map.of("name", "conditions", "value", "ALS"),
                Map.of("name", "consent", "value", "2026-11"),
                Map.of("name", "symptoms", "value", "")));
  }

  @Test
  void publisher_leavesOutWhatIsLong_whenASubmissionIsTooLargeForTheBus() {
    fixture.put("anything", Map.of("title", "Anything"));
    HttpCall.of("POST /f/{form}")
        .path("form", "anything")
        .json(Map.of("a", "short", "c", "\n".repeat(120_000)))
        .send(fixture.function());
    publishEverything();

    assertThat(told.get(0).data())
        .containsEntry("shortened", true)
        .containsEntry("fields", List.of(Map.of("name", "a", "value", "short")));
  }

  @Test
  void publisher_keepsStill_whenASubmissionIsQuarantined() {
    TableFixture.signup()
        .body(TableFixture.URLENCODED, TableFixture.SIGNUP + "&_gotcha=x")
        .send(fixture.function());

    publishEverything();

    assertThat(told).isEmpty();
    assertThat(fixture.dump()).anyMatch(item -> item.contains("honeypot"));
  }

  @Test
  void publisher_tellsOnce_whenASubmissionIsReleasedAndThenForgotten() {
    TableFixture.signup().send(fixture.function());
    Map<String, AttributeValue> accepted =
        EmbeddedDynamo.items(fixture.name).stream()
            .filter(item -> item.containsKey("status"))
            .findFirst()
            .orElseThrow();
    Map<String, AttributeValue> quarantined = new HashMap<>(accepted);
    quarantined.put("status", AttributeValue.fromS("quarantined"));

    new StreamCall()
        .inserted(quarantined)
        .modified(quarantined, accepted)
        .modified(accepted, accepted)
        .removed(accepted)
        .send(publisher);

    assertThat(told).hasSize(1);
  }

  @Test
  void publisher_tellsOfACorrection_underTheNextVersion_andNotOfWhatAnOwnerMarks() {
    String token = signupAndToken();
    Map<String, AttributeValue> accepted = submission();
    fixture.clock.advance(Duration.ofHours(1));
    HttpCall.of("PATCH /receipts/{token}")
        .path("token", token)
        .header("if-match", "*")
        .json(Map.of("values", Map.of("displayName", "Maria M.")))
        .send(fixture.receipts());
    Map<String, AttributeValue> corrected = submission();
    Map<String, AttributeValue> marked = new HashMap<>(corrected);
    marked.put("mark", AttributeValue.fromS("read"));
    marked.put("version", AttributeValue.fromN("3"));

    new StreamCall().modified(accepted, corrected).modified(corrected, marked).send(publisher);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).type()).isEqualTo("SubmissionCorrected");
    assertThat(told.get(0).version()).isEqualTo(2);
    assertThat(told.get(0).time()).isEqualTo(fixture.clock.instant());
    assertThat(told.get(0).data())
        .containsEntry("receivedAt", "2026-11-23T12:00:00Z")
        .hasEntrySatisfying(
            "fields", fields -> assertThat(String.valueOf(fields)).contains("Maria M."));
  }

  @Test
  void publisher_tellsOfAWithdrawal_withoutAnythingThatWasSent() {
    String token = signupAndToken();
    Map<String, AttributeValue> accepted = submission();
    HttpCall.of("DELETE /receipts/{token}").path("token", token).send(fixture.receipts());
    Map<String, AttributeValue> gone = submission();

    new StreamCall().modified(accepted, gone).removed(gone).send(publisher);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).type()).isEqualTo("SubmissionWithdrawn");
    assertThat(told.get(0).version()).isEqualTo(2);
    assertThat(told.get(0).data())
        .containsEntry("purpose", "signup")
        .containsEntry("submissionId", told.get(0).entity())
        .containsEntry("mailbox", Digest.of("maria@example.org"))
        .doesNotContainKey("fields");
    assertThat(told.get(0).toJson().toString()).doesNotContain("Maria", "ALS");
  }

  @Test
  void publisher_keepsStill_whenWhatIsWithdrawnWasToldToNobody() {
    String token = signupAndToken();
    Map<String, AttributeValue> quarantined = new HashMap<>(submission());
    quarantined.put("status", AttributeValue.fromS("quarantined"));
    HttpCall.of("DELETE /receipts/{token}").path("token", token).send(fixture.receipts());
    Map<String, AttributeValue> gone = submission();

    new StreamCall().modified(quarantined, gone).removed(gone).send(publisher);

    assertThat(told).isEmpty();
  }

  @Test
  void publisher_tellsOfAWithdrawal_whenACorrectionIsSetAside() {
    HttpCall contact = HttpCall.of("POST /f/{form}").path("form", "contact");
    Object link =
        contact
            .json(Map.of("email", "maria@example.org", "message", "Hello"))
            .send(fixture.function())
            .json()
            .get("receipt");
    Map<String, AttributeValue> accepted = submission();
    HttpCall.of("PATCH /receipts/{token}")
        .path("token", String.valueOf(link).replaceFirst(".*/", ""))
        .header("if-match", "*")
        .json(Map.of("values", Map.of("message", "http://spam.example ".repeat(9))))
        .send(fixture.receipts());

    new StreamCall().modified(accepted, submission()).send(publisher);

    assertThat(told).extracting(DomainEvent::type).containsExactly("SubmissionWithdrawn");
  }

  private String signupAndToken() {
    Object link = TableFixture.signup().send(fixture.function()).json().get("receipt");
    return String.valueOf(link).replaceFirst(".*/", "");
  }

  private Map<String, AttributeValue> submission() {
    return EmbeddedDynamo.items(fixture.name).stream()
        .filter(item -> item.containsKey("status"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void publisher_reportsTheFirstThatTheBusRefused_andRepeatsTheSameId() {
    TableFixture.signup().send(fixture.function());
    busTakesAll = false;
    String output = publishEverything();
    busTakesAll = true;
    publishEverything();

    assertThat(output).contains("itemIdentifier");
    assertThat(told).hasSize(2);
    assertThat(told.get(1).id()).isEqualTo(told.get(0).id());
  }

  private String publishEverything() {
    StreamCall call = new StreamCall();
    EmbeddedDynamo.items(fixture.name).forEach(call::inserted);
    return call.send(publisher).output();
  }
}
