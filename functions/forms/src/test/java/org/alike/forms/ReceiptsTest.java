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
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with the link that they were answered, as scripts do it. */
class ReceiptsTest {
  private static final String TEXT = "My hands are weak\nsince spring \uD83D\uDC4B\uD83C\uDFFD";
  private final TableFixture fixture = new TableFixture();
  private final FormsReceipts receipts = fixture.receipts();

  private String contact() {
    return token(
        HttpCall.of("POST /f/{form}")
            .path("form", "contact")
            .header("host", "forms.example")
            .json(Json.of("email", "maria@example.org", "message", TEXT))
            .send(fixture.function()));
  }

  private static String token(Reply reply) {
    String link = String.valueOf(reply.json().get("receipt"));
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private HttpCall call(String method, String token) {
    return HttpCall.of(method + " /receipts/{token}").path("token", token);
  }

  private Reply get(String token) {
    return call("GET", token).send(receipts);
  }

  private Reply patch(String token, String tag, Map<String, Object> values) {
    return call("PATCH", token)
        .header("if-match", tag)
        .json(Map.of("values", values))
        .send(receipts);
  }

  private static Object value(Reply reply, int index) {
    List<?> values = (List<?>) reply.json().getOrDefault("values", List.of());
    return String.valueOf(((Map<?, ?>) values.get(index)).get("value"));
  }

  @Test
  void receipt_isAWholeAddress_atTheDomainThatTheFormWasSentTo() {
    HttpCall call =
        HttpCall.of("POST /f/{form}")
            .path("form", "contact")
            .json(Map.of("email", "maria@example.org", "message", "Hello"));

    assertThat(call.header("host", "forms.example").send(fixture.function()).json())
        .hasEntrySatisfying(
            "receipt",
            link -> assertThat(link).asString().startsWith("https://forms.example/receipts/"));
    assertThat(call.header("host", "localhost:3000").send(fixture.function()).json())
        .hasEntrySatisfying(
            "receipt",
            link -> assertThat(link).asString().startsWith("http://localhost:3000/receipts/"));
    assertThat(call.header("host", "evil\"><script>").send(fixture.function()).json())
        .hasEntrySatisfying(
            "receipt", link -> assertThat(link).asString().startsWith("/receipts/"));
  }

  @Test
  void receipt_showsWhatWasSent_withTheLabelsThatPeopleKnow() {
    Reply reply = get(contact());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(reply.header("etag")).matches("\"[A-Za-z0-9_-]{20}\"");
    assertThat(reply.json())
        .containsEntry("form", "contact")
        .containsEntry("state", "received")
        .containsEntry("receivedAt", "2026-11-23T12:00:00Z")
        .containsEntry("expires", "2027-11-23T12:00:00Z")
        .containsEntry(
            "values",
            List.of(
                Map.of("name", "email", "label", "E-mail address", "value", "maria@example.org"),
                Map.of("name", "message", "label", "Your message", "value", TEXT)));
    assertThat(reply.log()).noneMatch(line -> line.contains("maria"));
  }

  @Test
  void receipt_looksReceived_whenTheSubmissionIsQuarantined() {
    Reply sent =
        HttpCall.of("POST /f/{form}")
            .path("form", "contact")
            .json(Map.of("email", "maria@example.org", "message", "x", "_gotcha", "y"))
            .send(fixture.function());

    assertThat(get(token(sent)).json())
        .containsEntry("state", "received")
        .doesNotContainKeys("status", "reasons");
  }

  @Test
  void correct_changesWhatWasNamed_andNothingElse() {
    String token = contact();
    String tag = get(token).header("etag");

    Reply reply = patch(token, tag, Map.of("message", "They are better", "name", "Maria"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(value(reply, 0)).isEqualTo("maria@example.org");
    assertThat(value(reply, 1)).isEqualTo("They are better");
    assertThat(value(reply, 2)).isEqualTo("Maria");
    assertThat(reply.header("etag")).isNotEqualTo(tag).isEqualTo(get(token).header("etag"));
    assertThat(fixture.kept("contact").get(0).texts("message")).containsExactly("They are better");
    assertThat(fixture.dump()).noneMatch(item -> item.contains("weak"));
  }

  @Test
  void correct_isRefused_whenItWasChangedInTheMeantime_orNoStateIsNamed() {
    String token = contact();
    String tag = get(token).header("etag");
    patch(token, tag, Map.of("message", "First"));

    assertThat(patch(token, tag, Map.of("message", "Second")).status()).isEqualTo(412);
    assertThat(call("PATCH", token).json(Map.of()).send(receipts).status()).isEqualTo(428);
    assertThat(fixture.kept("contact").get(0).texts("message")).containsExactly("First");
  }

  @Test
  void correct_isFineOnceMore_whenTheFirstAnswerWasLost() {
    String token = contact();
    String tag = get(token).header("etag");

    patch(token, tag, Map.of("message", "First"));
    List<String> once = fixture.dump();
    Reply again = patch(token, tag, Map.of("message", "First"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(fixture.dump()).isEqualTo(once);
  }

  @Test
  void correct_isCheckedAsAtSubmit_andNamesEveryWrongField() {
    String token = contact();
    List<String> before = fixture.dump();

    Reply reply =
        patch(
            token,
            get(token).header("etag"),
            Map.of("email", "nobody", "message", " ", "role", "owner", "name", "a\u0000b"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.body())
        .contains("TYPE_EMAIL", "REQUIRED_FIELD_EMPTY", "UNKNOWN_FIELD", "TYPE_TEXT")
        .doesNotContain("nobody", "owner");
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"values\":{}}", "{\"values\":[]}", "{\"values\":{\"name\":null}}"})
  void correct_isInvalid_whenItNamesNothingThatCanBeKept(String body) {
    String token = contact();
    List<String> before = fixture.dump();

    Reply reply =
        call("PATCH", token).header("if-match", "*").body("application/json", body).send(receipts);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void correct_takesOldAnswersAsTheyAre_whenTheFormAsksMoreByNow() {
    String token = contact();
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "additionalProperties",
            false,
            "required",
            List.of("country"),
            "properties",
            Map.of("message", Map.of("type", "string"), "country", Map.of("type", "string")));
    Reply put =
        HttpCall.of("PUT /forms/{form}")
            .path("form", "contact")
            .claim("groups", "[owner]")
            .claim("sub", "the-owner")
            .header("if-match", "\"0\"")
            .json(Map.of("title", "Contact", "schema", schema))
            .send(fixture.owner());
    assertThat(put.status()).isEqualTo(200);
    fixture.clock.advance(Duration.ofSeconds(6));

    assertThat(patch(token, "*", Map.of("message", "New")).status()).isEqualTo(200);
    assertThat(patch(token, "*", Map.of("email", "x@example.org")).status()).isEqualTo(422);
  }

  @Test
  void correct_setsASubmissionAside_whenItTurnsIntoAFloodOfLinks() {
    String token = contact();

    Reply reply = patch(token, "*", Map.of("message", "http://spam.example ".repeat(9)));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(fixture.kept("contact").get(0).reasons()).containsExactly("links");
  }

  @Test
  void correct_isRefused_whenASubmissionWouldOutgrowItsItem() {
    fixture.put("anything", Map.of("title", "Anything"));
    Reply sent =
        HttpCall.of("POST /f/{form}")
            .path("form", "anything")
            .json(Map.of("a", "x".repeat(200_000)))
            .send(fixture.function());

    assertThat(patch(token(sent), "*", Map.of("b", "x".repeat(200_000))).status()).isEqualTo(413);
    assertThat(patch(token(sent), "*", Map.of("b", "x".repeat(600_000))).status()).isEqualTo(413);
    assertThat(patch(token(sent), "*", Map.of("b", "x".repeat(50_000))).status()).isEqualTo(200);
  }

  @Test
  void signup_keepsItsMailbox_andWhatWasAskedBackOnce() {
    Reply sent =
        TableFixture.signup()
            .body(
                TableFixture.URLENCODED,
                TableFixture.SIGNUP.replace("ALS", "diabetes") + "&_asTyped=diabetes")
            .send(fixture.function());
    String token = token(sent);

    assertThat(patch(token, "*", Map.of("email", "eve@example.org")).body()).contains("FIXED");
    assertThat(patch(token, "*", Map.of("birthYear", 2015)).body()).contains("TOO_YOUNG");
    assertThat(patch(token, "*", Map.of("conditions", List.of("diabetes", "CF"))).body())
        .contains("AMBIGUOUS");
    assertThat(patch(token, "*", Map.of("conditions", List.of("diabetes", "ALS"))).status())
        .isEqualTo(200);
    assertThat(patch(token, "*", Map.of("country", "DE", "symptoms", List.of())).status())
        .isEqualTo(200);
    assertThat(fixture.kept("signup").get(0).texts("conditions"))
        .containsExactly("diabetes", "ALS");
  }

  @Test
  void withdraw_removesEverything_andSaysSoAsLongAsItIsKnown() {
    String token = token(TableFixture.signup().send(fixture.function()));

    assertThat(call("DELETE", token).send(receipts).status()).isEqualTo(204);
    assertThat(call("DELETE", token).send(receipts).status()).isEqualTo(204);

    assertThat(fixture.dump())
        .noneMatch(item -> item.contains("aria") || item.contains("ALS"))
        .noneMatch(item -> item.contains("SENDER"));
    assertThat(get(token).status()).isEqualTo(410);
    assertThat(patch(token, "*", Map.of("displayName", "M")).status()).isEqualTo(410);
    fixture.clock.advance(Duration.ofHours(26));
    assertThat(get(token).status()).isEqualTo(404);
    assertThat(call("DELETE", token).send(receipts).status()).isEqualTo(404);
  }

  @Test
  void withdrawn_doesNotComeBack_byALateRepeatOfTheRequestOrTheContent() {
    HttpCall keyed = TableFixture.signup().header("idempotency-key", "k");
    Reply first = keyed.send(fixture.function());
    call("DELETE", token(first)).send(receipts);
    List<String> gone = fixture.dump();

    Reply sameContent = TableFixture.signup().send(fixture.function());
    assertThat(fixture.dump()).filteredOn(item -> !item.contains("SENDER#")).isEqualTo(gone);
    fixture.clock.advance(Duration.ofHours(23));
    Reply sameKey = keyed.send(fixture.function());

    assertThat(sameContent.json())
        .containsEntry("receipt", String.valueOf(first.json().get("receipt")));
    assertThat(sameKey.body()).isEqualTo(first.body());
    assertThat(fixture.kept("signup")).isEmpty();
  }

  @Test
  void revoke_endsTheLinkAndKeepsTheSubmission() {
    String token = contact();
    HttpCall revoke = HttpCall.of("DELETE /receipts/{token}/link").path("token", token);

    assertThat(revoke.send(receipts).status()).isEqualTo(204);
    assertThat(revoke.send(receipts).status()).isEqualTo(204);

    assertThat(get(token).status()).isEqualTo(404);
    assertThat(patch(token, "*", Map.of("message", "x")).status()).isEqualTo(404);
    assertThat(call("DELETE", token).send(receipts).status()).isEqualTo(404);
    assertThat(fixture.kept("contact").get(0).texts("message")).containsExactly(TEXT);
  }

  @Test
  void wrongExpiredRevokedAndErasedLinks_lookAlike() {
    String erased = token(TableFixture.signup().send(fixture.function()));
    fixture.store().eraseSignups(fixture.kept("signup").get(0).sender().orElseThrow());
    String revoked = contact();
    HttpCall.of("DELETE /receipts/{token}/link").path("token", revoked).send(receipts);
    fixture.clock.advance(Duration.ofMinutes(2));
    String expired = contact();
    String wrong = expired.substring(1) + "A";
    List<String> answers =
        List.of(get(erased).body(), get(revoked).body(), get(wrong).body(), get("x").body());
    fixture.clock.advance(Duration.ofDays(366));

    assertThat(answers).containsOnly(get(expired).body());
    assertThat(get(expired).status()).isEqualTo(404);
  }

  @Test
  void token_namesNothing_thatAnybodyCouldRead() {
    String sealed = contact();
    String id = fixture.kept("contact").get(0).id();

    assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("contact", id);
    assertThat(get(id).status()).isEqualTo(404);
  }
}
