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
    Map<String, Object> event = Json.trusted(Files.readString(FOLDER.resolve(file)));
    return EventCall.send(function, event).output();
  }
}
