package org.alike.forms;

import static org.alike.forms.InboxFixture.call;
import static org.alike.forms.Submission.Status.QUARANTINED;
import static org.alike.forms.Submission.Status.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Files of a form's submissions over a real engine, read back by Commons CSV. */
class ExportsTest {
  private final InboxFixture inbox = new InboxFixture();

  private List<Reply> parts(String file, String... filters) {
    List<Reply> parts = new ArrayList<>();
    HttpCall call = call("GET /forms/{form}/" + file);
    for (int i = 0; i < filters.length; i += 2) {
      call.query(filters[i], filters[i + 1]);
    }
    parts.add(call.send(inbox.owner));
    String link = parts.get(0).header("link");
    while (!link.isEmpty()) {
      parts.add(follow(file, link).send(inbox.owner));
      link = parts.get(parts.size() - 1).header("link");
    }
    assertThat(parts).allMatch(part -> part.status() == 200);
    assertThat(parts)
        .allMatch(part -> part.body().getBytes(StandardCharsets.UTF_8).length <= 4_000_000);
    return parts;
  }

  /** The next part's address as a client reads it. */
  private static HttpCall follow(String file, String link) {
    assertThat(link).startsWith("</forms/contact/" + file + "?cursor=").endsWith(">; rel=\"next\"");
    HttpCall next = call("GET /forms/{form}/" + file);
    String query = link.substring(link.indexOf('?') + 1, link.indexOf('>'));
    for (String pair : query.split("&", -1)) {
      next.query(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return next;
  }

  private static String whole(List<Reply> parts) {
    StringBuilder whole = new StringBuilder();
    parts.forEach(part -> whole.append(part.body()));
    return whole.toString();
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    assertThat(csv).startsWith("\uFEFF").endsWith("\r\n");
    assertThat(csv.substring(1)).doesNotContain("\uFEFF");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(csv.substring(1), format)) {
      return parser.getRecords();
    }
  }

  @Test
  void csv_hasTheFormsFieldsFirst_thenOthers_andRepeatedNamesTogether() throws IOException {
    inbox.table.put(
        "feedback",
        Json.of(
            "title",
            "Feedback",
            "schema",
            Json.of(
                "type",
                "object",
                "properties",
                Json.of("mood", Map.of("type", "string"), "message", Map.of("type", "string")))));
    inbox.submitted(
        "feedback",
        Purpose.INBOX,
        Duration.ofHours(2),
        RECEIVED,
        "message",
        "one, \"two\"\r\nthree",
        "tags[]",
        "a",
        "tags[]",
        "",
        "tags[]",
        "b",
        "x",
        "=1+1");
    inbox.submitted(
        "feedback", Purpose.INBOX, Duration.ofHours(1), RECEIVED, "y", "late", "_id", "forged");

    Reply reply = call("GET /forms/{form}/export.csv").path("form", "feedback").send(inbox.owner);
    List<CSVRecord> records = records(reply.body());

    assertThat(reply.header("content-type")).isEqualTo("text/csv; charset=utf-8; header=present");
    assertThat(reply.header("content-disposition"))
        .isEqualTo("attachment; filename=\"feedback.csv\"");
    assertThat(reply.body().lines().findFirst().orElseThrow())
        .isEqualTo(
            "\uFEFF_id,_receivedAt,_status,_mark,_urgent,_reasons,_language,_subject,_replyTo,"
                + "mood,message,y,tags[],x,_other");
    assertThat(records).hasSize(2);
    assertThat(records.get(1).toMap())
        .containsEntry("message", "one, \"two\"\r\nthree")
        .containsEntry("tags[]", "a; ; b")
        .containsEntry("x", "'=1+1")
        .containsEntry("mood", "")
        .containsEntry("_status", "received")
        .containsEntry("_other", "");
    assertThat(records.get(0).toMap())
        .containsEntry("y", "late")
        .containsEntry("_other", "[{\"name\":\"_id\",\"value\":\"forged\"}]");
  }

  @Test
  void jsonLines_areWhatWasSent_byteForByte() {
    List<String> values =
        List.of(
            "\uD83D\uDC4B\uD83C\uDFFD \u2713",
            "",
            " a\tb\r\n ",
            "\"\\/",
            "=1",
            "\u2028x",
            "na\u0308\u00E4");
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.addAll(List.of("a\u00E9", value)));
    inbox.received(texts.toArray(String[]::new));

    Reply reply = call("GET /forms/{form}/export.jsonl").send(inbox.owner);

    assertThat(reply.header("content-type")).isEqualTo("application/x-ndjson; charset=utf-8");
    assertThat(reply.body()).endsWith("}\n").containsOnlyOnce("\n");
    assertThat(reply.json())
        .containsEntry(
            "values",
            values.stream().map(value -> Map.of("name", "a\u00E9", "value", value)).toList());
  }

  @Test
  void export_leavesQuarantineOut_unlessAskedForIt() {
    inbox.received("message", "good");
    inbox.quarantined("message", "bad");

    assertThat(whole(parts("export.csv"))).contains("good").doesNotContain("bad");
    assertThat(whole(parts("export.jsonl"))).contains("good").doesNotContain("bad");
    assertThat(whole(parts("export.csv", "status", "any"))).contains("good", "bad", "honeypot");
    assertThat(whole(parts("export.jsonl", "status", "quarantined")))
        .contains("bad")
        .doesNotContain("good");
  }

  @Test
  void export_ofAnEmptyInbox_isAHeaderOrNothing() throws IOException {
    assertThat(records(whole(parts("export.csv")))).isEmpty();
    assertThat(whole(parts("export.jsonl"))).isEmpty();
  }

  @Test
  void parts_makeOneFile_withTheSameColumns_whileOthersComeAndGo() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String text = (i % 2 == 0 ? "\"" : "\u20AC").repeat(120_000);
      expected.add(
          inbox.submitted(
              Duration.ofMinutes(i + 1L), RECEIVED, "message", text, "field" + (i / 30), "here"));
    }
    inbox.submitted(Duration.ofMinutes(3), QUARANTINED, "message", "spam");

    Reply first = call("GET /forms/{form}/export.csv").send(inbox.owner);
    inbox.received("message", "too late", "newField", "x");
    List<Reply> csv = new ArrayList<>(List.of(first));
    for (String link = first.header("link"); !link.isEmpty(); ) {
      csv.add(follow("export.csv", link).send(inbox.owner));
      link = csv.get(csv.size() - 1).header("link");
    }

    List<CSVRecord> records = records(whole(csv));
    assertThat(csv).hasSizeGreaterThan(2);
    assertThat(csv).allMatch(p -> p.body().getBytes(StandardCharsets.UTF_8).length <= 4_000_000);
    assertThat(records).extracting(record -> record.get("_id")).isEqualTo(expected);
    assertThat(records).allMatch(record -> record.size() == records.get(0).size());
    assertThat(records.get(39).get("_other"))
        .isEqualTo("[{\"name\":\"field1\",\"value\":\"here\"}]");
    List<Reply> lines = parts("export.jsonl", "to", "2026-11-23", "mark", "none");
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(whole(lines).lines().map(line -> Json.trusted(line).get("id")))
        .hasSize(41)
        .containsAll(expected);
  }

  @Test
  void columns_areNoMoreThanTwoHundredOthers_andNothingIsLost() throws IOException {
    List<String> texts =
        IntStream.range(0, 250)
            .boxed()
            .flatMap(i -> List.of("field" + i, "value" + i).stream())
            .toList();
    inbox.received(texts.toArray(String[]::new));

    CSVRecord record = records(whole(parts("export.csv"))).get(0);

    assertThat(record.size()).isLessThan(230);
    assertThat(String.join(" ", record.toList())).contains("value0", "value199", "value249");
  }

  @Test
  void export_isOver_whenItsColumnsAreForgotten() {
    for (int i = 0; i < 20; i++) {
      inbox.submitted(Duration.ofMinutes(i), RECEIVED, "message", "x".repeat(250_000));
    }
    String link = call("GET /forms/{form}/export.csv").send(inbox.owner).header("link");
    inbox.table.clock.advance(Duration.ofDays(1));

    assertThat(follow("export.csv", link).send(inbox.owner).status()).isEqualTo(410);
    assertThat(follow("export.csv", link).path("form", "signup").send(inbox.owner).status())
        .isEqualTo(400);
  }
}
