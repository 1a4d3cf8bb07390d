package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files where something goes wrong between two writes, and when their submission goes. */
class FileFaultsTest {
  private static final int ENOUGH_CALLS = 12;
  private final TableFixture fixture = new TableFixture();
  private final DynamoTable table =
      new DynamoTable(EmbeddedDynamo.client(), fixture.name, fixture.clock);

  FileFaultsTest() {
    FileForms.put(fixture);
  }

  private static HttpCall submit(String message, String file) {
    return FileForms.submit("report", Json.of("message", message, "document", file));
  }

  private static HttpCall within(String message) {
    return FileForms.multipart("report", "document", message + ".pdf", "", Samples.PDF);
  }

  /**
   * The table is away at any one call of the first try; the second ends as if it were the first.
   */
  @ParameterizedTest
  @EnumSource(
      value = FaultyDynamo.Fault.class,
      names = {"BEFORE", "AFTER"})
  void submission_endsAsOneWithItsFile_whereverTheFirstTryBrokeOff(FaultyDynamo.Fault fault) {
    for (int k = 0; k < ENOUGH_CALLS; k++) {
      String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
      FormsFunction broken =
          fixture.function(FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault));

      Reply first = submit("try " + k, id).send(broken);
      Reply second = submit("try " + k, id).send(fixture.function());
      within("try " + k).send(broken);
      Reply brought = within("try " + k).send(fixture.function());

      assertThat(first.status()).isIn(200, 503);
      assertThat(second.status()).as("call %d", k).isEqualTo(200);
      assertThat(brought.status()).as("call %d", k).isEqualTo(200);
    }
    everySubmissionHasItsFile(2 * ENOUGH_CALLS);
  }

  @Test
  void submission_endsAsOneWithItsFile_whereverFilesWereAway() {
    for (int k = 0; k < 4; k++) {
      String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
      fixture.files.awayAt(k);

      Reply first = submit("try " + k, id).send(fixture.function());
      Reply second = submit("try " + k, id).send(fixture.function());

      assertThat(first.status()).isIn(200, 503);
      assertThat(second.status()).isIn(200, 503);
      fixture.files.awayAt(Integer.MAX_VALUE);
      assertThat(submit("try " + k, id).send(fixture.function()).status()).isEqualTo(200);
    }
    everySubmissionHasItsFile(4);
  }

  private void everySubmissionHasItsFile(int submissions) {
    List<Submission> kept = fixture.kept("report");
    assertThat(kept).hasSize(submissions);
    Set<String> keys = new HashSet<>();
    for (Submission submission : kept) {
      assertThat(submission.files()).hasSize(1);
      keys.add("kept/report/" + submission.id() + "/" + submission.files().get(0).id());
    }
    assertThat(fixture.files.kept().keySet()).isEqualTo(keys);
  }

  @Test
  void file_endsWithOneOfSeveral_whoSendItAtOnce() throws Exception {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String message = "Number " + i;
      tries.add(() -> submit(message, id).send(fixture.function()).status());
    }

    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> status : threads.invokeAll(tries)) {
      statuses.add(status.get());
    }
    threads.shutdown();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
    everySubmissionHasItsFile(1);
  }

  @Test
  void file_canBeSentAgain_whenWhoeverClaimedItStoredNothing() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    DynamoUploadStore uploads = new DynamoUploadStore(table);
    Attachments attachments = new Attachments(uploads, fixture.files);
    FormDefinition form =
        FormDefinitions.of(new DynamoFormStore(table), fixture.clock).find("report").orElseThrow();
    Sent sent = new Sent(List.of(Entry.text("document", id)), List.of());
    String lost = "01900000-0000-7000-8000-000000000000";
    attachments.claim("report", lost, attachments.look(form, sent), fixture.clock.instant());

    int atOnce = submit("Hello", id).send(fixture.function()).status();
    fixture.clock.advance(Duration.ofMinutes(3));
    int later = submit("Hello again", id).send(fixture.function()).status();

    assertThat(atOnce).isEqualTo(422);
    assertThat(later).isEqualTo(200);
    assertThat(fixture.files.kept()).hasSize(2);
    Key note = Key.of("UPLOAD#" + lost + "." + id, "UPLOAD");
    Change expiry = new Change(table.get(note), Optional.empty());
    deliver(released(expiry).get(0));
    everySubmissionHasItsFile(1);
  }

  @Test
  void files_goWithTheirSubmission_andAnEventTwiceOrOfAnotherTakesNone() {
    String first = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    String second = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    submit("First", first).send(fixture.function());
    submit("Second", second).send(fixture.function());
    Item gone = item(first);
    DomainEvent event = released(new Change(Optional.of(gone), Optional.empty())).get(0);

    deliver(event); // early: the submission is still there
    assertThat(fixture.files.kept()).hasSize(2);
    table.write(Write.delete(gone.key()));
    deliver(event);
    deliver(event);

    assertThat(fixture.files.kept().values()).extracting(Attachment::id).containsExactly(second);
    assertThat(fixture.files.files().keySet()).noneMatch(key -> key.contains(first));
  }

  @Test
  void files_areReleased_byDeletionAndCorrection_andByNothingElse() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    submit("First", id).send(fixture.function());
    Item item = item(id);
    Item without = Item.of(item.key()).with("status", "gone");

    assertThat(released(new Change(Optional.of(item), Optional.of(without)))).hasSize(1);
    assertThat(released(new Change(Optional.of(item), Optional.empty())))
        .extracting(event -> event.texts("files"))
        .containsExactly(List.of(id));
    assertThat(released(new Change(Optional.of(item), Optional.of(item)))).isEmpty();
    assertThat(released(new Change(Optional.empty(), Optional.of(item)))).isEmpty();
  }

  @Test
  void file_isDeleted_whenItsUploadExpiresAndNoSubmissionHasIt() {
    FileForms.multipart("report", "document", "a.pdf", "", Samples.PDF).send(fixture.function());
    Submission kept = fixture.kept("report").get(0);
    String file = kept.files().get(0).id();
    Item upload = table.get(Key.of("UPLOAD#" + kept.id() + "." + file, "UPLOAD")).orElseThrow();
    DomainEvent event = released(new Change(Optional.of(upload), Optional.empty())).get(0);

    deliver(event);
    assertThat(fixture.files.kept()).hasSize(1);

    table.write(Write.delete(SubmissionKeys.submission("report", kept.id())));
    deliver(event);
    assertThat(fixture.files.kept()).isEmpty();
  }

  @Test
  void owner_getsAnAddress_andNobodyElseDoes() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    Reply sent = submit("First", id).send(fixture.function());
    String submission = String.valueOf(sent.json().get("submissionId"));
    HttpCall call =
        HttpCall.of("GET /forms/{form}/submissions/{id}/files/{file}")
            .path("form", "report")
            .path("id", submission)
            .path("file", id);

    assertThat(call.send(fixture.owner()).status()).isEqualTo(401);
    assertThat(call.as("a-member").send(fixture.owner()).status()).isEqualTo(403);
    Reply owner = call.claim("groups", "[owner]").send(fixture.owner());
    assertThat(owner.status()).isEqualTo(200);
    assertThat(owner.json())
        .containsEntry("name", "scan.pdf")
        .containsEntry("type", "application/pdf");
    assertThat(String.valueOf(owner.json().get("url")))
        .contains("kept/report/" + submission + "/" + id)
        .doesNotContain("scan.pdf");
    for (String wrong : List.of("x", "------------------------------------", id)) {
      assertThat(call.path("id", wrong).send(fixture.owner()).status()).isEqualTo(404);
    }
  }

  private Item item(String file) {
    Submission submission =
        fixture.kept("report").stream()
            .filter(s -> s.files().get(0).id().equals(file))
            .findFirst()
            .orElseThrow();
    return table.get(SubmissionKeys.submission("report", submission.id())).orElseThrow();
  }

  private static List<DomainEvent> released(Change change) {
    return FileEvents.of(change, Instant.parse("2026-11-25T10:00:00Z"));
  }

  private void deliver(DomainEvent event) {
    EventCall.deliver(fixture.subscriber(), event);
  }
}
