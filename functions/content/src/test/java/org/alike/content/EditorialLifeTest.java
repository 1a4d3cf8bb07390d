package org.alike.content;

import static org.alike.content.Newsroom.SLUG;
import static org.alike.content.Newsroom.body;
import static org.alike.content.Newsroom.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first draft to the last version of a page. */
class EditorialLifeTest {
  private final Newsroom room = new Newsroom();

  @Test
  void draft_isForEditorsOnly_untilItIsPublished() {
    Reply saved = room.put("*", body("One", "draft"));

    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.json())
        .containsEntry("state", "draft")
        .containsEntry("label", "Migraine")
        .containsEntry("baseVersion", 0)
        .containsEntry("author", Map.of("id", "ed"))
        .doesNotContainKey("version");
    assertThat(saved.header("etag")).isEqualTo("\"r1\"");
    assertThat(saved.header("cache-control")).isEqualTo("no-store");
    assertThat(room.seen()).isEmpty();
    assertThat(room.draft().body()).isEqualTo(saved.body());

    Reply review = room.put("\"r1\"", body("Two", "review"));
    assertThat(review.json()).containsEntry("state", "review");
    Reply published = room.put(review.header("etag"), body("Two", "published"));
    assertThat(published.json())
        .containsEntry("state", "published")
        .containsEntry("version", 1)
        .containsEntry("note", "Because of Two");
    assertThat(room.seen()).isEqualTo("Two");
    assertThat(room.draft().body()).isEqualTo(published.body());
    assertThat(drafts()).isEmpty();
  }

  @Test
  void everyPublication_isAVersion_withAuthorTimeAndNote() {
    room.publish("One");
    room.clock().advance(Duration.ofHours(1));
    room.publish("Two");

    List<Map<String, Object>> versions = Events.objects(room.versions().get("items"));
    assertThat(versions).extracting(version -> version.get("version")).containsExactly(2, 1);
    assertThat(versions.get(0))
        .containsEntry("author", Map.of("id", "ed"))
        .containsEntry("note", "Because of Two")
        .containsEntry("origin", "editor")
        .containsEntry("published", "2026-11-23T13:00:00Z");
    assertThat(text(room.version("", 1))).isEqualTo("One");
    assertThat(room.version("", 3).status()).isEqualTo(404);
  }

  @Test
  void changes_areToldLineByLine() {
    room.publish("One\n\nSame");
    room.publish("Two\n\nSame");

    Map<String, Object> answer = room.version("/changes", 2).json();
    assertThat(answer).containsEntry("from", 1).containsEntry("to", 2);
    assertThat(Events.objects(answer.get("changes")))
        .containsExactly(
            Map.of(
                "lang", "en",
                "level", "standard",
                "section", "overview",
                "field", "markdown",
                "lines",
                    List.of(
                        Map.of("op", "removed", "text", "One"),
                        Map.of("op", "added", "text", "Two"),
                        Map.of("op", "same", "text", ""),
                        Map.of("op", "same", "text", "Same"))));
    assertThat(Events.objects(room.version("/changes", 1).json().get("changes")))
        .as("of the first version")
        .hasSizeGreaterThan(30);
    assertThat(since(1, "2").json()).containsEntry("from", 2).containsEntry("to", 1);
    assertThat(since(2, "2").json()).containsEntry("changes", List.of());
    assertThat(since(2, "9").status()).isEqualTo(404);
    assertThat(since(2, "9".repeat(30)).status()).isEqualTo(404);
  }

  @Test
  void changes_areRefused_whenSinceIsNoNumber() {
    room.publish("One");

    for (String since : List.of("abc", "-1", "1.5", "٣")) {
      assertThat(since(1, since).status()).as(since).isEqualTo(422);
    }
  }

  @Test
  void restored_isADraft_andAVersionThatSaysSoOnceItIsPublished() {
    room.publish("One");
    room.publish("Two");

    Reply restored =
        room.send(Newsroom.version("/restore", 1, "ed").header("if-match", room.tag()));
    assertThat(restored.status()).isEqualTo(201);
    assertThat(restored.header("location")).isEqualTo("/conditions/migraine/draft");
    assertThat(restored.json()).containsEntry("state", "draft").containsEntry("restores", 1);
    assertThat(text(restored)).isEqualTo("One");
    assertThat(room.seen()).isEqualTo("Two");

    room.put(restored.header("etag"), body("One", "published"));
    assertThat(room.seen()).isEqualTo("One");
    assertThat(Events.objects(room.versions().get("items")).get(0))
        .containsEntry("version", 3)
        .containsEntry("origin", "restore")
        .containsEntry("restores", 1);
  }

  @Test
  void restored_isTheEditorsOwn_onceItIsChanged() {
    room.publish("One");
    room.publish("Two");
    Reply restored =
        room.send(Newsroom.version("/restore", 1, "ed").header("if-match", room.tag()));

    room.put(restored.header("etag"), body("Three", "published"));
    assertThat(Events.objects(room.versions().get("items")).get(0))
        .containsEntry("origin", "editor")
        .doesNotContainKey("restores");
  }

  @Test
  void restore_isDoneOnce_whenRepeatedWithItsKey() {
    room.publish("One");
    HttpCall call =
        Newsroom.version("/restore", 1, "ed")
            .header("if-match", room.tag())
            .header("idempotency-key", "k");

    Reply first = room.send(call);
    List<String> after = room.dump();
    Reply second = room.send(call);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("etag")).isEqualTo(first.header("etag"));
    assertThat(room.dump()).isEqualTo(after);
    HttpCall others =
        Newsroom.version("/restore", 1, "other")
            .header("if-match", "\"r1\"")
            .header("idempotency-key", "k");
    assertThat(room.send(others).status()).as("the key of another editor").isEqualTo(412);
  }

  @Test
  void withdrawnPage_keepsItsVersions_andComesBackWithNewNumbers() {
    room.publish("One");
    String tag = room.tag();

    assertThat(room.send(Newsroom.withdraw(tag)).status()).isEqualTo(204);
    assertThat(room.seen()).isEmpty();
    assertThat(room.draft().status()).isEqualTo(404);
    assertThat(room.send(Newsroom.withdraw(tag)).status()).isEqualTo(404);
    assertThat(text(room.version("", 1))).isEqualTo("One");

    Reply restored = room.send(Newsroom.version("/restore", 1, "ed").header("if-none-match", "*"));
    assertThat(restored.json()).containsEntry("revision", 3).containsEntry("baseVersion", 2);
    room.put(restored.header("etag"), body("One", "published"));
    assertThat(room.seen()).isEqualTo("One");
    assertThat(Events.objects(room.versions().get("items")))
        .extracting(version -> version.get("version"))
        .containsExactly(3, 1);
    assertThat(room.version("/changes", 3).json()).containsEntry("from", 1);
  }

  @Test
  void droppedDraft_leavesWhatIsPublished_andItsNumberIsNotGivenAgain() {
    room.publish("One");
    Reply draft = room.put(room.tag(), body("Two", "draft"));

    assertThat(room.send(Newsroom.drop(draft.header("etag"))).status()).isEqualTo(204);
    assertThat(text(room.draft())).isEqualTo("One");
    assertThat(Newsroom.revision(room.draft())).isGreaterThan(Newsroom.revision(draft));
    assertThat(room.send(Newsroom.drop(room.tag())).status()).isEqualTo(404);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void draft_stays_whenItsPageIsWithdrawn() {
    room.publish("One");
    room.put(room.tag(), body("Two", "draft"));

    room.send(Newsroom.withdraw(room.tag()));

    Reply draft = room.draft();
    assertThat(text(draft)).isEqualTo("Two");
    assertThat(draft.json()).containsEntry("baseVersion", 1).doesNotContainKey("version");
    assertThat(room.put(draft.header("etag"), body("Two", "published")).json())
        .containsEntry("version", 3);
  }

  @Test
  void draft_staysAndTellsOfIt_whenTheImporterPublishesOverIt() {
    room.pages().files(Written.condition(SLUG));
    Reply draft = room.put(room.tag(), body("Mine", "draft"));
    room.pages().files(Written.condition(SLUG, "Words on symptoms.", "Theirs."));

    assertThat(room.put(draft.header("etag"), body("Mine too", "draft")).status()).isEqualTo(412);
    Reply told = room.draft();
    assertThat(told.json()).containsEntry("baseVersion", 1).containsEntry("version", 2);
    assertThat(text(told)).isEqualTo("Mine");
    Reply saved = room.put(told.header("etag"), body("Both", "draft"));
    assertThat(saved.json()).containsEntry("baseVersion", 1);
    assertThat(room.put(saved.header("etag"), body("Both", "published")).json())
        .containsEntry("version", 3);
  }

  @Test
  void edit_isRefused_whenThePageChangedSinceItWasSeen() {
    room.pages().files(Written.condition(SLUG));
    String tag = room.tag();
    room.pages().files(Written.condition(SLUG, "Words on symptoms.", "Theirs."));
    List<String> before = room.dump();

    assertThat(room.put(tag, body("Mine", "draft")).status()).isEqualTo(412);
    assertThat(room.put(tag, body("Mine", "published")).status()).isEqualTo(412);
    assertThat(room.dump()).isEqualTo(before);
  }

  @Test
  void sameEdit_isAnsweredAgain_whenItsFirstAnswerWasLost() {
    for (String state : List.of("draft", "review", "published")) {
      Reply before = room.draft();
      String tag = before.status() == 404 ? "*" : before.header("etag");
      Reply first = room.put(tag, body(state, state));
      List<String> after = room.dump();

      assertThat(room.put(tag, body(state, state)).body()).isEqualTo(first.body());
      assertThat(room.dump()).isEqualTo(after);
      assertThat(room.send(Newsroom.put(SLUG, tag, "other", body(state, state))).status())
          .as("of somebody else")
          .isEqualTo(412);
    }
  }

  @Test
  void sameEdit_isRefused_whenMoreHappenedSince() {
    room.put("*", body("One", "draft"));
    room.put("\"r1\"", body("Two", "draft"));
    room.put("\"r2\"", body("One", "draft"));

    assertThat(room.put("\"r1\"", body("One", "draft")).status()).isEqualTo(412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          if-match      | "r1"              | 200
          if-match      | "r9", "r1"        | 200
          if-match      | W/"r1"            | 412
          if-match      | r1                | 412
          if-match      | "r0"              | 412
          if-match      | "r01"             | 412
          if-match      | *                 | 428
          if-none-match | *                 | 412
          if-none-match | "r1"              | 428
          x-else        | "r1"              | 428
          """)
  void change_isDone_onlyForTheStateThatWasSeen(String header, String value, int status) {
    room.put("*", body("One", "draft"));
    List<String> before = room.dump();
    HttpCall call = HttpCall.of("PUT /conditions/{slug}").path("slug", SLUG);

    Reply reply =
        room.send(Newsroom.as("ed", call.json(body("Two", "draft")).header(header, value)));

    assertThat(reply.status()).isEqualTo(status);
    if (status != 200) {
      assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
      assertThat(room.dump()).isEqualTo(before);
    }
  }

  @Test
  void noState_isNoReasonToDelete() {
    room.publish("One");
    List<String> before = room.dump();
    for (String route : List.of("DELETE /conditions/{slug}", "DELETE /conditions/{slug}/draft")) {
      Reply reply = room.send(Newsroom.as("ed", HttpCall.of(route).path("slug", SLUG)));
      assertThat(reply.status()).isEqualTo(428);
    }
    assertThat(room.send(Newsroom.withdraw("\"r7\"")).status()).isEqualTo(412);
    assertThat(room.send(Newsroom.version("/restore", 1, "ed")).status()).isEqualTo(428);
    assertThat(room.dump()).isEqualTo(before);
  }

  @Test
  void preview_isWhatReadersWouldGet_andNothingIsKept() {
    List<String> before = room.dump();
    HttpCall call = HttpCall.of("POST /conditions/{slug}/preview").path("slug", SLUG);
    Map<String, Object> body = Map.of("document", Newsroom.document("**One**"));

    Reply reply = room.send(Newsroom.as("ed", call.json(body).query("lang", "es")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).containsEntry("slug", SLUG).containsEntry("lang", "en");
    Map<String, Object> overview = Events.objects(reply.json().get("sections")).get(0);
    assertThat(String.valueOf(overview.get("html"))).contains("<strong>One</strong>");
    assertThat(overview).containsEntry("fallback", true);
    assertThat(room.dump()).isEqualTo(before);
  }

  @Test
  void drafts_areListed_oncePerPageOverTheirCursors() {
    for (String slug : List.of("migraine", "epilepsy", "asthma")) {
      Map<String, Object> body =
          Map.of("document", Published.manuscript(Written.condition(slug)).toJson());
      room.send(Newsroom.put(slug, "*", "ed", body));
    }

    Reply first = room.send(list("ed").query("limit", "2"));
    assertThat(Events.objects(first.json().get("items")))
        .extracting(draft -> draft.get("label"))
        .containsExactly("Asthma", "Epilepsy");
    assertThat(Events.objects(first.json().get("items")).get(0))
        .containsEntry("state", "draft")
        .containsEntry("revision", 1)
        .doesNotContainKey("document");
    String cursor = String.valueOf(first.json().get("next"));
    Map<String, Object> rest = room.send(list("ed").query("cursor", cursor)).json();
    assertThat(Events.objects(rest.get("items")))
        .extracting(draft -> draft.get("slug"))
        .containsExactly("migraine");
    assertThat(rest).doesNotContainKey("next");
    assertThat(room.send(list("other").query("cursor", cursor)).status()).isEqualTo(400);
  }

  @Test
  void cursorOfVersions_isRefused_anywhereElse() {
    room.publish("One");
    room.publish("Two");
    HttpCall call = HttpCall.of("GET /conditions/{slug}/versions").path("slug", SLUG);
    Map<String, Object> first = room.send(Newsroom.as("ed", call.query("limit", "1"))).json();
    String cursor = String.valueOf(first.get("next"));

    Map<String, Object> rest = room.send(Newsroom.as("ed", call.query("cursor", cursor))).json();
    assertThat(Events.objects(rest.get("items")))
        .extracting(version -> version.get("version"))
        .containsExactly(1);
    HttpCall other = HttpCall.of("GET /conditions/{slug}/versions").path("slug", "epilepsy");
    assertThat(room.send(Newsroom.as("ed", other.query("cursor", cursor))).status()).isEqualTo(400);
    assertThat(room.send(list("ed").query("cursor", cursor)).status()).isEqualTo(400);
    assertThat(room.send(Newsroom.as("x", call.query("cursor", cursor))).status()).isEqualTo(400);
    String bent = (cursor.charAt(0) == 'A' ? "B" : "A") + cursor.substring(1);
    assertThat(room.send(Newsroom.as("ed", call.query("cursor", bent))).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "..", "CONDITION#migraine", "Migraine", "%00"})
  void page_isNotFound_whenTheAddressIsNoId(String slug) {
    assertThat(room.send(Newsroom.draft(slug)).status()).isEqualTo(404);
    assertThat(room.send(Newsroom.draft("x".repeat(5_000))).status()).isEqualTo(404);
    assertThat(room.send(Newsroom.put(slug, "*", "ed", body("One", "draft"))).status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "99999999999", "9999999999", "1e0", "..", "1#2"})
  void version_isNotFound_whenThereIsNone(String number) {
    room.publish("One");
    HttpCall call =
        HttpCall.of("GET /conditions/{slug}/versions/{version}")
            .path("slug", SLUG)
            .path("version", number);

    assertThat(room.send(Newsroom.as("ed", call)).status()).isEqualTo(404);
  }

  @Test
  void logs_tellNothingOfWhatIsWritten() {
    Reply reply = room.put("*", body("Canary", "published"));

    assertThat(reply.log()).hasSize(1).noneMatch(line -> line.contains("Canary"));
    assertThat(reply.log()).noneMatch(line -> line.contains("migraine"));
  }

  private List<Map<String, Object>> drafts() {
    return Events.objects(room.send(list("ed")).json().get("items"));
  }

  private static HttpCall list(String editor) {
    return Newsroom.as(editor, HttpCall.of("GET /drafts"));
  }

  private Reply since(long version, String since) {
    return room.send(Newsroom.version("/changes", version, "ed").query("since", since));
  }
}
