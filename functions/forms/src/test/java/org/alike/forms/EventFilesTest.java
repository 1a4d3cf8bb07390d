package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.store.DynamoTable;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code events/forms} do what their names say. */
class EventFilesTest {
  private static final Path FOLDER = Path.of("../../events/forms");
  private static final Set<String> USED =
      Set.of(
          "submit-signup.json",
          "submit-signup-script.json",
          "submit-signup-json.json",
          "submit-contact.json",
          "submit-as-project.json",
          "submit-as-formcarry.json",
          "submit-as-webflow.json",
          "submit-as-web3forms.json",
          "submit-as-netlify.json",
          "submit-contact-multipart.json",
          "get-form.json",
          "put-definition.json",
          "show-definition.json",
          "show-receipt.json",
          "show-receipt-page.json",
          "correct-submission.json",
          "post-correction.json",
          "thank-for-submission.json",
          "withdraw-submission.json",
          "post-withdrawal.json",
          "revoke-receipt.json",
          "post-revocation.json",
          "save-partial.json",
          "save-form.json",
          "show-partial.json",
          "show-partial-page.json",
          "replace-partial.json",
          "delete-partial.json",
          "post-partial-deletion.json",
          "list-forms.json",
          "list-submissions.json",
          "search-submissions.json",
          "show-submission.json",
          "change-submission.json",
          "delete-submission.json",
          "export-csv.json",
          "export-jsonl.json",
          "count-submissions.json",
          "put-delivery-settings.json",
          "show-delivery-settings.json",
          "rotate-secret.json",
          "list-deliveries.json",
          "show-delivery.json",
          "redeliver.json",
          "show-subscription.json",
          "confirm-subscription.json",
          "end-subscription.json",
          "deliver-submissions.json",
          "retry-deliveries.json",
          "publish-submissions.json",
          "sign-file.json",
          "sign-file-as-webflow.json",
          "begin-upload.json",
          "submit-with-file.json",
          "get-file.json",
          "files-released.json",
          "member-erased.json");
  private final TableFixture fixture = new TableFixture();

  @Test
  void everyFile_isUsedHere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrderElementsOf(USED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "submit-signup.json, 303, 3",
    "submit-signup-script.json, 200, 4",
    "submit-signup-json.json, 200, 3",
    "submit-contact.json, 303, 2",
    "submit-as-project.json, 200, 2",
    "submit-as-formcarry.json, 200, 2",
    "submit-as-webflow.json, 200, 2",
    "submit-as-web3forms.json, 200, 2",
    "submit-as-netlify.json, 200, 2",
    "submit-contact-multipart.json, 200, 2",
    "save-form.json, 303, 2",
    "get-form.json, 405, 0"
  })
  void request_isAnswered(String file, int status, int items) throws IOException {
    assertThat(Json.trusted(send(file, fixture.function()))).containsEntry("statusCode", status);
    assertThat(fixture.dump()).hasSize(items);
  }

  @Test
  void definition_isWrittenAndThenShown() throws IOException {
    String before = send("show-definition.json", fixture.owner());
    String written = send("put-definition.json", fixture.owner());
    String after = send("show-definition.json", fixture.owner());

    assertThat(Json.trusted(before)).containsEntry("statusCode", 404);
    assertThat(Json.trusted(written)).containsEntry("statusCode", 201);
    assertThat(Json.trusted(after)).containsEntry("statusCode", 200);
  }

  @ParameterizedTest
  @CsvSource({
    "show-receipt.json, 200",
    "show-receipt-page.json, 200",
    "correct-submission.json, 200",
    "post-correction.json, 303",
    "thank-for-submission.json, 200",
    "withdraw-submission.json, 204",
    "post-withdrawal.json, 303",
    "revoke-receipt.json, 204",
    "post-revocation.json, 200"
  })
  void receipt_isAnswered(String file, int status) throws IOException {
    String sent = String.valueOf(Json.trusted(send("submit-signup-json.json", fixture.function())));
    String token = sent.replaceFirst("(?s).*/receipts/([A-Za-z0-9_-]+).*", "$1");

    String answer = EventCall.send(fixture.receipts(), event(file, token)).output();

    assertThat(Json.trusted(answer)).containsEntry("statusCode", status);
  }

  @ParameterizedTest
  @CsvSource({
    "list-forms.json, 200, signup",
    "list-submissions.json, 200, honeypot",
    "search-submissions.json, 200, Hello",
    "show-submission.json, 200, Hello",
    "change-submission.json, 200, read",
    "delete-submission.json, 204, ''",
    "export-csv.json, 200, ''",
    "export-jsonl.json, 200, ''",
    "count-submissions.json, 200, 2026-11-23"
  })
  void inbox_isAnswered(String file, int status, String part) throws IOException {
    Submission one = InboxFixture.submission("019a0000-0000-7000-8000-000000000000", fixture.clock);
    new DynamoTable(EmbeddedDynamo.client(), fixture.name, fixture.clock)
        .write(Write.put(DynamoSubmissionStore.item(one)));

    Map<String, Object> answer = Json.trusted(send(file, fixture.owner()));

    assertThat(answer).containsEntry("statusCode", status);
    assertThat(String.valueOf(answer.get("body"))).contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "show-partial.json, 200",
    "show-partial-page.json, 200",
    "replace-partial.json, 200",
    "delete-partial.json, 204",
    "post-partial-deletion.json, 200"
  })
  void partial_isAnswered(String file, int status) throws IOException {
    String saved = String.valueOf(Json.trusted(send("save-partial.json", fixture.receipts())));
    String token = saved.replaceFirst("(?s).*/partials/([A-Za-z0-9_-]+).*", "$1");

    String answer = EventCall.send(fixture.receipts(), event(file, token)).output();

    assertThat(Json.trusted(answer)).containsEntry("statusCode", status);
  }

  @ParameterizedTest
  @CsvSource({
    "show-delivery-settings.json, 200",
    "put-delivery-settings.json, 200",
    "rotate-secret.json, 404",
    "list-deliveries.json, 200",
    "show-delivery.json, 404",
    "redeliver.json, 404"
  })
  void ownersRequestAboutDeliveries_isAnswered(String file, int status) throws IOException {
    assertThat(Json.trusted(send(file, fixture.owner()))).containsEntry("statusCode", status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"show-subscription.json", "confirm-subscription.json", "end-subscription.json"})
  void linkThatWasNeverGivenOut_isNotFound(String file) throws IOException {
    assertThat(Json.trusted(send(file, new DeliveryHouse().subscriptions())))
        .containsEntry("statusCode", 404);
  }

  @Test
  void submission_isDelivered_andWhatDidNotArriveIsTriedAgain() throws IOException {
    DeliveryHouse house = new DeliveryHouse();
    send("put-delivery-settings.json", house.fixture.owner());
    FormsDeliveries deliveries = house.deliveries(EmbeddedDynamo.client());

    String output = send("deliver-submissions.json", deliveries);
    house.clock.advance(Duration.ofMinutes(2));
    send("retry-deliveries.json", deliveries);

    assertThat(output).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(house.mail.sent())
        .extracting(Mail.Message::to)
        .containsExactly("owner@example.org", "maria@example.org");
    assertThat(house.fixture.dump().toString()).contains("skipped 1 gone");
  }

  @Test
  void files_areSentAheadOrWithinTheForm_onceTheFormTakesThem() throws IOException {
    assertThat(Json.trusted(send("sign-file.json", fixture.function())))
        .containsEntry("statusCode", 404);
    send("put-definition.json", fixture.owner());

    for (String file :
        List.of("sign-file.json", "sign-file-as-webflow.json", "submit-with-file.json")) {
      assertThat(Json.trusted(send(file, fixture.function())))
          .as(file)
          .containsEntry("statusCode", 200);
    }
    assertThat(Json.trusted(send("begin-upload.json", fixture.function())))
        .containsEntry("statusCode", 201);
    assertThat(fixture.files.kept()).hasSize(1);
  }

  @Test
  void getFile_isNotFound_whenThereIsNoSuchSubmission() throws IOException {
    assertThat(Json.trusted(send("get-file.json", fixture.owner())))
        .containsEntry("statusCode", 404);
  }

  @Test
  void filesReleased_deletesWhatNoSubmissionHas() throws IOException {
    String file = "0199b0a0-0000-7000-8000-000000000002";
    fixture.files.arrive(file, Samples.PNG);

    send("files-released.json", fixture.subscriber());

    assertThat(fixture.files.files()).isEmpty();
  }

  @Test
  void publishSubmissions_tellsOfTheOneThatWasAccepted() throws IOException {
    List<DomainEvent> told = new ArrayList<>();
    FormsPublisher publisher =
        new FormsPublisher(
            (source, events) -> {
              told.addAll(events);
              return Set.of();
            },
            fixture.clock);

    String output = send("publish-submissions.json", publisher);

    assertThat(output).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(told).hasSize(1);
  }

  @Test
  void memberErased_changesNothing_whenTheMailboxHasNoSignup() throws IOException {
    send("member-erased.json", fixture.subscriber());

    assertThat(fixture.dump()).isEmpty();
  }

  private static String send(String file, RequestStreamHandler function) throws IOException {
    return EventCall.send(function, event(file, "TOKEN")).output();
  }

  /** Tokens are sealed with a table's own key, so the files can't hold one. */
  private static Map<String, Object> event(String file, String token) throws IOException {
    return Json.trusted(Files.readString(FOLDER.resolve(file)).replace("TOKEN", token));
  }
}
