package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking where a file may be sent to. */
class UploadsTest {
  private final TableFixture fixture = new TableFixture();
  private final FormsFunction function = fixture.function();

  UploadsTest() {
    FileForms.put(fixture);
  }

  private Reply begin(Map<String, Object> wanted) {
    return HttpCall.of("POST /f/{form}/uploads").path("form", "report").json(wanted).send(function);
  }

  private Reply sign(String form, String name, String size) {
    return HttpCall.of("GET /f/{form}/signFile")
        .path("form", form)
        .query("name", name)
        .query("size", size)
        .send(function);
  }

  @Test
  void upload_isBegun_withWhereToSendItAndHow() {
    Reply reply = begin(Json.of("name", "scan.pdf", "size", 1_000, "type", "application/pdf"));

    assertThat(reply.status()).isEqualTo(201);
    String id = String.valueOf(reply.json().get("id"));
    assertThat(reply.json())
        .containsEntry("name", "scan.pdf")
        .containsKeys("url", "put", "expires");
    assertThat(Json.asObject(reply.json().get("fields")).orElseThrow())
        .containsEntry("key", "waiting/" + id)
        .containsEntry("Content-Type", "application/pdf");
  }

  @Test
  void signFile_answersInWebflowsShape() {
    Reply reply = sign("report", "scan.pdf", "1000");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).containsOnlyKeys("fileName", "postData", "fileId", "s3Url");
    assertThat(Json.asObject(reply.json().get("postData")).orElseThrow())
        .containsEntry("key", "waiting/" + reply.json().get("fileId"));
  }

  @ParameterizedTest
  @CsvSource({
    "report, run.exe, 10, 422, InvalidFileTypeError",
    "report, page.svg, 10, 422, InvalidFileTypeError",
    "report, film.mp4, 10, 422, InvalidFileTypeError",
    "report, scan, 10, 422, InvalidFileTypeError",
    "contact, scan.pdf, 10, 422, InvalidFileTypeError",
    "report, scan.pdf, 26214401, 422, MaxFileSizeError",
    "report, scan.pdf, 99999999999999, 422, MaxFileSizeError"
  })
  void signFile_saysWhy_inWordsThatWebflowsScriptKnows(
      String form, String name, String size, int status, String begin) {
    Reply reply = sign(form, name, size);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(String.valueOf(reply.json().get("msg"))).startsWith(begin + ": ");
    assertThat(uploads()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 10, 422",
    "scan.pdf, '', 422",
    "scan.pdf, -1, 422",
    "scan.pdf, ten, 422",
    "scan.pdf, 0, 422"
  })
  void signFile_isRefused_whenItMakesNoSense(String name, String size, int status) {
    assertThat(sign("report", name, size).status()).isEqualTo(status);
    assertThat(uploads()).isZero();
  }

  @Test
  void begin_isRefused_whenTheTypeIsAnotherThanTheName() {
    assertThat(code(begin(Json.of("name", "a.png", "size", 9, "type", "application/pdf"))))
        .isEqualTo("FILE_TYPE");
    assertThat(code(begin(Json.of("name", "a.png", "size", 9, "type", "text/html"))))
        .isEqualTo("FILE_TYPE");
    assertThat(begin(Json.of("name", "a.jpg", "size", 9, "type", "image/png")).status())
        .isEqualTo(201);
  }

  @Test
  void begin_isRefused_whenTheNamedFieldDoesNotTakeIt() {
    Map<String, Object> wanted = Json.of("name", "a.pdf", "size", 9, "field", "photo");

    assertThat(code(begin(wanted))).isEqualTo("FILE_TYPE");
    assertThat(code(begin(Json.of("name", "a.pdf", "size", 9, "field", "message"))))
        .isEqualTo("NO_FILE_UPLOADS");
  }

  @Test
  void begin_namesEveryWrongField_andUnknownForms() {
    Reply reply = begin(Json.of("size", "many", "extra", 1));

    assertThat(reply.status()).isEqualTo(422);
    assertThat((List<?>) reply.json().get("errors")).hasSizeGreaterThan(1);
    assertThat(sign("nowhere", "scan.pdf", "10").status()).isEqualTo(404);
  }

  @Test
  void begin_answersTheSame_whenARequestIsRepeatedUnderItsKey() {
    HttpCall call =
        HttpCall.of("POST /f/{form}/uploads")
            .path("form", "report")
            .header("idempotency-key", "k1")
            .json(Json.of("name", "scan.pdf", "size", 10));

    Reply first = call.send(function);
    fixture.clock.advance(Duration.ofSeconds(5));
    Reply second = call.send(function);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(uploads()).isEqualTo(1);
  }

  @Test
  void signFile_isLimitedByNetwork() {
    int most = 30 * 4;

    List<Integer> statuses =
        IntStream.range(0, most + 1)
            .mapToObj(i -> sign("report", "a.pdf", "1").status())
            .distinct()
            .toList();

    assertThat(statuses).containsExactly(200, 429);
    assertThat(sign("report", "a.pdf", "1").header("retry-after")).isNotEmpty();
    fixture.clock.advance(Duration.ofMinutes(11));
    assertThat(sign("report", "a.pdf", "1").status()).isEqualTo(200);
  }

  private long uploads() {
    return fixture.dump().stream().filter(item -> item.contains("UPLOAD#")).count();
  }

  private static String code(Reply reply) {
    assertThat(reply.status()).isEqualTo(422);
    return String.valueOf(FileForms.firstError(reply).get("code"));
  }
}
