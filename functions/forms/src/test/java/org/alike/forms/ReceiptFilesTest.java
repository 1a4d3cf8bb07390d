package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts and saved forms, where files belong to them. */
class ReceiptFilesTest {
  private final TableFixture fixture = new TableFixture();
  private final FormsReceipts receipts = fixture.receipts();

  ReceiptFilesTest() {
    FileForms.put(fixture);
  }

  private String token(String form, String field) {
    String id = FileForms.upload(fixture, form, "blood test.pdf", Samples.PDF);
    Reply sent =
        FileForms.submit(form, Json.of("message", "Hello", field, id)).send(fixture.function());
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    return String.valueOf(sent.json().get("receipt")).replaceFirst(".*/", "");
  }

  private Reply patch(String token, Map<String, Object> values) {
    return HttpCall.of("PATCH /receipts/{token}")
        .path("token", token)
        .header("if-match", "*")
        .json(Map.of("values", values))
        .send(receipts);
  }

  @ParameterizedTest
  @CsvSource({"another-id", "''"})
  void correct_leavesFilesAlone_andChangesTheRest(String instead) {
    String token = token("report", "document");

    Reply refused = patch(token, Map.of("document", instead));
    Reply emptied = patch(token, Map.of("document", List.of()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("FIXED");
    assertThat(emptied.status()).isEqualTo(422);
    assertThat(patch(token, Map.of("message", "Better")).status()).isEqualTo(200);
    assertThat(fixture.kept("report").get(0).files()).hasSize(1);
  }

  @Test
  void page_namesTheFile_andOffersNoWayToChangeIt() {
    String token = token("report", "document");

    Reply page =
        HttpCall.of("GET /receipts/{token}")
            .path("token", token)
            .header("accept", "text/html")
            .send(receipts);

    assertThat(page.body()).contains("blood test.pdf").doesNotContain("name=\"document\"");
  }

  @Test
  void saved_keepsNoFile_andItsPageAsksForItAgain() {
    Reply saved =
        HttpCall.of("POST /f/{form}/partials")
            .path("form", "report")
            .json(Map.of("message", "Half", "document", "some-id"))
            .send(receipts);
    assertThat(saved.status()).as(saved.body()).isEqualTo(201);

    Reply page =
        HttpCall.of("GET /partials/{token}")
            .path("token", String.valueOf(saved.json().get("token")))
            .header("accept", "text/html")
            .send(receipts);

    assertThat(saved.body()).doesNotContain("some-id");
    assertThat(page.body())
        .contains("enctype=\"multipart/form-data\"", "type=\"file\"", "name=\"document\"");
  }
}
