package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files on their way into a submission. */
class AttachmentsTest {
  private final TableFixture fixture = new TableFixture();
  private final FormsFunction function = fixture.function();

  AttachmentsTest() {
    FileForms.put(fixture);
  }

  private Reply submit(String form, String file) {
    return FileForms.submit(form, Json.of("message", "Hello", "document", file)).send(function);
  }

  @Test
  void file_belongsToTheSubmission_thatNamesIt() {
    String id = FileForms.upload(fixture, "report", "C:\\my scans\\blood test.pdf", Samples.PDF);

    Reply reply = submit("report", id);

    assertThat(reply.status()).isEqualTo(200);
    Submission kept = fixture.kept("report").get(0);
    assertThat(kept.files())
        .containsExactly(
            new Attachment("document", id, "blood test.pdf", FileType.PDF, Samples.PDF.length));
    assertThat(fixture.files.files().get("kept/report/" + kept.id() + "/" + id))
        .isEqualTo(Samples.PDF);
  }

  @Test
  void file_isNamedInWebflowsWay() {
    String id = FileForms.upload(fixture, "report", "a.png", Samples.PNG);

    Reply reply =
        HttpCall.of("POST /api/v1/form/{form}")
            .path("form", "report")
            .header("accept", "application/json")
            .body(
                TableFixture.URLENCODED,
                "name=Report&source=https%3A%2F%2Fx.example%2F&fields%5Bmessage%5D=Hello"
                    + "&fileUploads%5Bphoto%5D="
                    + id)
            .send(function);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(fixture.kept("report").get(0).files())
        .extracting(Attachment::field)
        .containsExactly("photo");
  }

  @Test
  void file_isTakenByAFormThatTakesAnything() {
    String id = FileForms.upload(fixture, "open", "notes.txt", Samples.TEXT);

    Reply reply =
        HttpCall.of("POST /f/{form}")
            .path("form", "open")
            .body(TableFixture.URLENCODED, "Message=Hi&fileUploads%5BYour%2520file%5D=" + id)
            .send(function);

    assertThat(reply.status()).isEqualTo(303);
    assertThat(fixture.kept("open").get(0).files())
        .extracting(Attachment::field)
        .containsExactly("Your file");
  }

  @ParameterizedTest
  @CsvSource({
    "scan.png, HTML",
    "scan.png, SVG",
    "scan.png, WINDOWS_PROGRAM",
    "scan.png, PDF",
    "scan.pdf, PNG",
    "notes.txt, HTML",
    "notes.txt, WINDOWS_PROGRAM",
    "scan.pdf, TEXT"
  })
  void file_isRefused_whenItIsNotWhatItIsCalled(String name, String sample) throws Exception {
    byte[] content = (byte[]) Samples.class.getDeclaredField(sample).get(null);
    String id = FileForms.upload(fixture, "report", name, content);

    Reply ahead = submit("report", id);
    Reply within =
        FileForms.multipart("report", "document", name, "image/png", content).send(function);

    assertThat(error(ahead)).isEqualTo("FILE_TYPE document");
    assertThat(error(within)).isEqualTo("FILE_TYPE document");
    nothingIsKept();
  }

  @Test
  void file_isTaken_whenAPictureIsOnlyOfAnotherKind() {
    String id = FileForms.upload(fixture, "report", "IMG_1.JPG", Samples.PNG);

    assertThat(submit("report", id).status()).isEqualTo(200);
    assertThat(fixture.kept("report").get(0).files().get(0).type()).isEqualTo(FileType.PNG);
  }

  @Test
  void file_isRefused_whenItsFieldTakesOtherKinds() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);

    Reply reply = FileForms.submit("report", Json.of("photo", List.of(id))).send(function);

    assertThat(error(reply)).isEqualTo("FILE_TYPE photo");
    nothingIsKept();
  }

  @Test
  void file_isRefused_whenItIsUnknownOrAnotherFormsOrHasNotArrived() {
    String others = FileForms.upload(fixture, "other", "scan.pdf", Samples.PDF);
    Reply begun =
        HttpCall.of("POST /f/{form}/uploads")
            .path("form", "report")
            .json(Json.of("name", "late.pdf", "size", 10))
            .send(function);

    assertThat(error(submit("report", UUID.randomUUID().toString())))
        .isEqualTo("FILE_UNKNOWN document");
    assertThat(error(submit("report", "../../secret"))).isEqualTo("FILE_UNKNOWN document");
    assertThat(error(submit("report", others))).isEqualTo("FILE_UNKNOWN document");
    assertThat(error(submit("report", String.valueOf(begun.json().get("id")))))
        .isEqualTo("FILE_MISSING document");
    nothingIsKept();
  }

  @Test
  void file_isUnknown_aDayLater() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    fixture.clock.advance(Duration.ofHours(25));

    assertThat(error(submit("report", id))).isEqualTo("FILE_UNKNOWN document");
  }

  @Test
  void file_belongsToOneSubmissionOnly_whoseRepeatIsTheSame() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);

    Reply first = submit("report", id);
    Reply again = submit("report", id);
    Reply another =
        FileForms.submit("report", Json.of("message", "Other", "document", id)).send(function);

    assertThat(again.json().get("submissionId")).isEqualTo(first.json().get("submissionId"));
    assertThat(error(another)).isEqualTo("FILE_TAKEN document");
    assertThat(fixture.kept("report")).hasSize(1);
  }

  @Test
  void file_isTheOneThatWasLookedAt_whenAnotherArrivesMeanwhile() {
    String id = FileForms.upload(fixture, "report", "scan.pdf", Samples.PDF);
    submit("report", id);

    fixture.files.arrive(id, Samples.HTML);
    Reply again = submit("report", id);

    assertThat(again.status()).isEqualTo(200);
    String submission = fixture.kept("report").get(0).id();
    assertThat(fixture.files.files().get("kept/report/" + submission + "/" + id))
        .isEqualTo(Samples.PDF);
  }

  @Test
  void file_withinTheForm_isKeptWithIt() {
    Reply reply =
        FileForms.multipart("report", "document", "scan.pdf", "application/pdf", Samples.PDF)
            .send(function);

    assertThat(reply.status()).isEqualTo(200);
    Submission kept = fixture.kept("report").get(0);
    Attachment file = kept.files().get(0);
    assertThat(file.name()).isEqualTo("scan.pdf");
    assertThat(kept.values()).contains(new Submission.Value("document", file.id()));
    assertThat(fixture.files.files())
        .containsEntry("kept/report/" + kept.id() + "/" + file.id(), Samples.PDF);
  }

  @Test
  void formsThatDifferInTheirFile_areTwo_andTheSameTwiceIsOne() {
    HttpCall first = FileForms.multipart("open", "f", "a.pdf", "application/pdf", Samples.PDF);
    HttpCall other = FileForms.multipart("open", "f", "a.txt", "text/plain", Samples.TEXT);

    first.send(function);
    first.send(function);
    other.send(function);

    assertThat(fixture.kept("open")).hasSize(2);
  }

  @Test
  void form_isRefused_whenItsFilesAreTooLargeOrTooMany() {
    byte[] large = new byte[4_400_001];
    System.arraycopy(Samples.PDF, 0, large, 0, Samples.PDF.length);
    Reply reply =
        FileForms.multipart("report", "document", "a.pdf", "application/pdf", large).send(function);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(error(reply)).startsWith("FILES_TOO_BIG");

    List<String> ids =
        java.util.stream.IntStream.range(0, 11)
            .mapToObj(i -> FileForms.upload(fixture, "open", "a.png", Samples.PNG))
            .toList();
    StringBuilder body = new StringBuilder("a=b");
    ids.forEach(id -> body.append("&fileUploads%5Bf%5D=").append(id));
    Reply many =
        HttpCall.of("POST /f/{form}")
            .path("form", "open")
            .header("accept", "application/json")
            .body(TableFixture.URLENCODED, body.toString())
            .send(function);
    assertThat(error(many)).startsWith("TOO_MANY_FILES");
    nothingIsKept();
  }

  @Test
  void form_isTaken_withFourMegabytesOfFiles() {
    byte[] large = new byte[4_000_000];
    System.arraycopy(Samples.PDF, 0, large, 0, Samples.PDF.length);

    Reply reply =
        FileForms.multipart("report", "document", "a.pdf", "application/pdf", large).send(function);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(fixture.kept("report").get(0).files().get(0).size()).isEqualTo(4_000_000);
  }

  @Test
  void form_isRefused_whenItTakesNoFiles() {
    Reply reply =
        FileForms.multipart("contact", "document", "a.pdf", "application/pdf", Samples.PDF)
            .send(function);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(String.valueOf(reply.json())).contains("NO_FILE_UPLOADS");
  }

  private void nothingIsKept() {
    assertThat(fixture.kept("report")).isEmpty();
    assertThat(fixture.kept("open")).isEmpty();
    assertThat(fixture.files.kept()).isEmpty();
  }

  private static String error(Reply reply) {
    assertThat(reply.status()).isBetween(400, 499);
    Map<String, Object> first = FileForms.firstError(reply);
    return first.get("code") + " " + first.get("field");
  }
}
