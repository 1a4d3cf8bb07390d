package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions over a real engine: written, shown, and followed by submissions. */
class FormsOwnerTest {
  private final TableFixture fixture = new TableFixture();
  private final FormsFunction function = fixture.function();

  private static HttpCall call(String method, String form) {
    return HttpCall.of(method + " /forms/{form}")
        .path("form", form)
        .claim("groups", "[owner]")
        .claim("sub", "the-owner");
  }

  private Reply change(String form, String match, Map<String, Object> definition) {
    return call("PUT", form).header("if-match", match).json(definition).send(fixture.owner());
  }

  private Reply submit(String form, String body) {
    return HttpCall.of("POST /f/{form}")
        .path("form", form)
        .header("accept", "application/json")
        .body(TableFixture.URLENCODED, body)
        .send(function);
  }

  private static Map<String, Object> asking(Map<String, Object> properties) {
    return Json.of(
        "title",
        "Feedback",
        "schema",
        Json.of("type", "object", "additionalProperties", false, "properties", properties));
  }

  @Test
  void form_isThereAtOnce_whenItsOwnerHasWrittenIt() {
    Reply written = fixture.put("feedback", asking(Map.of("mood", Map.of("type", "string"))));

    assertThat(written.status()).isEqualTo(201);
    assertThat(written.header("etag")).isEqualTo("\"1\"");
    assertThat(written.header("location")).isEqualTo("/forms/feedback");
    assertThat(submit("feedback", "mood=good").status()).isEqualTo(200);
    assertThat(submit("feedback", "mood=good&name=x").status()).isEqualTo(422);
  }

  @Test
  void show_answersWhatWasWritten_andItCanBeSentBack() {
    Map<String, Object> definition = asking(Map.of("mood", Map.of("type", "string")));
    fixture.put("feedback", definition);

    Reply shown = call("GET", "feedback").send(fixture.owner());
    Reply back = change("feedback", shown.header("etag"), shown.json());

    assertThat(shown.json()).containsAllEntriesOf(definition).containsEntry("version", 1);
    assertThat(back.status()).isEqualTo(200);
    assertThat(back.header("etag")).isEqualTo("\"2\"");
    assertThat(back.json()).containsEntry("form", "feedback").containsEntry("version", 2);
  }

  @Test
  void show_answersFormsThatShip_untilTheirOwnerWritesThemAnew() {
    Reply shown = call("GET", "contact").send(fixture.owner());

    assertThat(shown.header("etag")).isEqualTo("\"0\"");
    assertThat(change("contact", "\"0\"", asking(Map.of("x", Map.of("type", "string")))).status())
        .isEqualTo(200);
    assertThat(submit("contact", "x=1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"'\"1\"', 200", "'\"0\"', 412", "'\"2\"', 412", "nonsense, 412"})
  void put_changesOnlyTheVersionThatWasMeant(String match, int status) {
    fixture.put("feedback", asking(Map.of("mood", Map.of("type", "string"))));
    List<String> before = fixture.dump();

    Reply reply = change("feedback", match, asking(Map.of("x", Map.of("type", "string"))));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(fixture.dump().equals(before)).isEqualTo(status != 200);
  }

  @Test
  void put_needsACondition_andNewMeansNew() {
    Map<String, Object> definition = Map.of("title", "Anything");
    Reply blind = call("PUT", "feedback").json(definition).send(fixture.owner());
    fixture.put("feedback", definition);

    assertThat(blind.status()).isEqualTo(428);
    assertThat(fixture.put("feedback", definition).status()).isEqualTo(412);
    assertThat(fixture.put("contact", definition).status()).isEqualTo(412);
    assertThat(change("unknown", "\"1\"", definition).status()).isEqualTo(412);
  }

  @Test
  void definitions_areTheOwnersAlone() {
    for (String method : List.of("GET", "PUT")) {
      HttpCall stranger = HttpCall.of(method + " /forms/{form}").path("form", "contact");
      HttpCall member = HttpCall.of(method + " /forms/{form}").path("form", "contact").as("m1");
      assertThat(stranger.send(fixture.owner()).status()).isEqualTo(401);
      assertThat(member.claim("groups", "[moderator]").send(fixture.owner()).status())
          .isEqualTo(403);
    }
    assertThat(fixture.dump()).isEmpty();
  }

  @Test
  void put_namesEverythingThatIsWrong_atOnce() {
    Reply reply =
        fixture.put(
            "feedback",
            Json.of(
                "purpose",
                "spam",
                "keepDays",
                0,
                "origins",
                List.of("www.example.org"),
                "limit",
                Map.of("submissions", 0, "minutes", 1),
                "role",
                "admin",
                "schema",
                Json.of(
                    "type", "object",
                    "required", List.of("nobody"),
                    "properties",
                        Json.of(
                            "a", Map.of("type", "string", "pattern", "(a+)+$"),
                            "b", Map.of("type", "object"),
                            "c", Map.of("type", "string", "format", "uri"),
                            "_next", Map.of("type", "string")))));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body())
        .contains(
            "\"/title\"",
            "\"/purpose\"",
            "\"/keepDays\"",
            "\"/origins\"",
            "\"/limit\"",
            "\"/schema/required\"",
            "\"/schema/properties/a\"",
            "\"/schema/properties/b/type\"",
            "\"/schema/properties/c/format\"",
            "\"/schema/properties/_next\"",
            "not known here");
    assertThat(fixture.dump()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "A", "a_b", "a.b", "\u00E4", "x#y"})
  void put_isRefused_whenAFormCannotBeCalledSo(String name) {
    assertThat(fixture.put(name, Map.of("title", "x")).status()).isEqualTo(422);
    assertThat(fixture.dump()).isEmpty();
  }

  @Test
  void signup_keepsTheFieldsThatMembersNeed() {
    Map<String, Object> signup =
        Json.of("title", "Join", "purpose", "signup", "schema", asking(Map.of()).get("schema"));

    assertThat(fixture.put("join", signup).body())
        .contains("properties/email", "properties/consent", "Becoming a member needs this field.");
  }

  @Test
  void openForm_keepsWhateverIsSent_byteForByteAndInOrder() {
    fixture.put("anything", Map.of("title", "Anything"));
    String body =
        "a=1&b=&a=2&%F0%9F%91%8B%F0%9F%8F%BD=%E2%9C%93&a=1&note=one%0D%0Atwo%09+&_mine=kept&=x";

    assertThat(submit("anything", body).status()).isEqualTo(200);

    Submission kept = fixture.kept("anything").get(0);
    assertThat(kept.values())
        .containsExactly(
            new Submission.Value("a", "1"),
            new Submission.Value("b", ""),
            new Submission.Value("a", "2"),
            new Submission.Value("\uD83D\uDC4B\uD83C\uDFFD", "\u2713"),
            new Submission.Value("a", "1"),
            new Submission.Value("note", "one\r\ntwo\t "),
            new Submission.Value("_mine", "kept"),
            new Submission.Value("", "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=&b=+", "_next=%2F", "a=%00", "a=%E2%80%AE", "a%00b=1"})
  void openForm_refusesWhatIsEmptyOrCannotBeStored(String body) {
    fixture.put("anything", Map.of("title", "Anything"));
    List<String> before = fixture.dump();

    assertThat(submit("anything", body).status()).isEqualTo(422);
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void openForm_takes256KilobytesIn200Fields_andNotOneMore() {
    fixture.put("anything", Map.of("title", "Anything"));
    String fields = "a=1&".repeat(199);
    String most = fields + "b=" + "x".repeat(256 * 1024 - fields.length() - 2);

    assertThat(submit("anything", most).status()).isEqualTo(200);
    assertThat(submit("anything", most + "x").status()).isEqualTo(413);
    assertThat(submit("anything", "a=1&".repeat(201)).status()).isEqualTo(422);
  }

  @Test
  void closedForm_takesNothing_inFormspreesWords() {
    fixture.put("over", Map.of("title", "Over", "open", false));

    Reply reply = submit("over", "a=1");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).contains("\"INACTIVE\"");
  }

  @Test
  void change_reachesSubmissions_withinFiveSeconds() {
    fixture.put("feedback", Map.of("title", "Anything"));
    assertThat(submit("feedback", "a=1").status()).isEqualTo(200);
    change("feedback", "\"1\"", Map.of("title", "Anything", "open", false));

    fixture.clock.advance(Duration.ofSeconds(5));

    assertThat(submit("feedback", "a=2").status()).isEqualTo(403);
  }

  @Test
  void limit_isTheFormsOwn_andTellsWhenToGoOn() {
    fixture.put("few", Map.of("title", "Few", "limit", Map.of("submissions", 2, "minutes", 10)));

    Reply first = submit("few", "a=1");
    fixture.clock.advance(Duration.ofMinutes(4));
    Reply second = submit("few", "a=2");
    Reply third = submit("few", "a=3");
    Reply again = submit("few", "a=2");

    assertThat(first.header("ratelimit-policy")).isEqualTo("2;w=600");
    assertThat(first.header("ratelimit-remaining")).isEqualTo("1");
    assertThat(second.header("ratelimit-remaining")).isEqualTo("0");
    assertThat(third.status()).isEqualTo(429);
    assertThat(Integer.parseInt(third.header("retry-after"))).isBetween(359, 361);
    assertThat(third.json()).containsEntry("ok", false).containsEntry("code", 429);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).containsEntry("submissionId", second.json().get("submissionId"));
    fixture.clock.advance(Duration.ofMinutes(6).plusSeconds(1));
    assertThat(submit("few", "a=3").status()).isEqualTo(200);
  }

  @Test
  void limit_countsEachOnce_whenAPeriodHasJustBegun() {
    fixture.put("few", Map.of("title", "Few", "limit", Map.of("submissions", 2, "minutes", 10)));
    fixture.clock.advance(Duration.ofMinutes(5).plusSeconds(10));

    Reply first = submit("few", "a=1");
    Reply second = submit("few", "a=2");
    Reply third = submit("few", "a=3");

    assertThat(first.header("ratelimit-remaining")).isEqualTo("1");
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("ratelimit-remaining")).isEqualTo("0");
    assertThat(third.status()).isEqualTo(429);
  }
}
