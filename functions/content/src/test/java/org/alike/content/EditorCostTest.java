package org.alike.content;

import static org.alike.content.Newsroom.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

/** What editors' requests consume, on the largest page that ships: two languages, four texts. */
class EditorCostTest {
  private static final String SLUG = "amyotrophic-lateral-sclerosis";
  private final Newsroom room = new Newsroom();
  private final MeteredDynamo meter = new MeteredDynamo();
  private final Newsroom metered = room.over(meter.client());

  @Test
  void requests_consumeNoMoreThanPagesAreLarge() {
    EventCall.send(
        new ContentImporter(PageFolder.packed(), room.pages().table(), room.clock()),
        Events.read("import.json"));
    metered.send(list());
    metered.send(Newsroom.draft("migraine"));
    metered.send(
        Newsroom.put("migraine", "\"r0\"", "ed", Map.of("document", Newsroom.document("x"))));

    String published = cost("show published", Newsroom.draft(SLUG), 5, 0);
    Map<String, Object> document =
        Json.asObject(Json.trusted(published).get("document")).orElseThrow();
    cost("first draft", put("\"r1\"", document, "draft"), 7, 25);
    cost("next draft", put("\"r2\"", document, "review"), 8, 25);
    cost("show draft", Newsroom.draft(SLUG), 8, 0);
    cost("list", list(), 1, 0);
    cost("schedule", put("\"r3\"", document, "scheduled"), 8, 27);
    tick("nothing due", 3, 0);
    cost("publish", put("\"r4\"", document, "published"), 8, 58);
    cost("versions", versions(""), 6, 0);
    cost("version", versions("/2"), 4, 0);
    cost("changes", versions("/2/changes"), 7, 0);
    cost("restore", restore("\"r5\""), 9, 25);
    cost("schedule again", put("\"r6\"", document, "scheduled"), 8, 27);
    room.clock().advance(Duration.ofHours(2));
    tick("due", 13, 58);
    Reply draft = metered.send(put("\"r8\"", document, "draft"));
    cost("drop", drop(draft.header("etag")), 8, 10);
    cost("withdraw", withdraw("\"r10\""), 8, 10);
  }

  private String cost(String what, HttpCall call, double read, double written) {
    meter.reset();
    Reply reply = metered.send(call);
    assertThat(reply.status()).as(what).isBetween(200, 204);
    tell(what, read, written);
    return reply.body();
  }

  private void tick(String what, double read, double written) {
    meter.reset();
    metered.tick();
    tell(what, read, written);
  }

  private void tell(String what, double read, double written) {
    assertThat(meter.read()).as(what).isLessThanOrEqualTo(read);
    assertThat(meter.written()).as(what).isLessThanOrEqualTo(written);
  }

  private static HttpCall put(String tag, Map<String, Object> document, String state) {
    Map<String, Object> body = new LinkedHashMap<>(body("x", state));
    body.put("document", document);
    if (state.equals("scheduled")) {
      body.put("publishAt", "2026-11-23T13:00:00Z");
    }
    return Newsroom.put(SLUG, tag, "ed", body);
  }

  private static HttpCall list() {
    return Newsroom.as("ed", HttpCall.of("GET /drafts"));
  }

  private static HttpCall versions(String more) {
    HttpCall call =
        HttpCall.of("GET /conditions/{slug}/versions" + more.replace("/2", "/{version}"));
    return Newsroom.as("ed", call.path("slug", SLUG).path("version", "2"));
  }

  private static HttpCall restore(String tag) {
    HttpCall call = HttpCall.of("POST /conditions/{slug}/versions/{version}/restore");
    return Newsroom.as("ed", call.path("slug", SLUG).path("version", "1").header("if-match", tag));
  }

  private static HttpCall drop(String tag) {
    HttpCall call = HttpCall.of("DELETE /conditions/{slug}/draft").path("slug", SLUG);
    return Newsroom.as("ed", call.header("if-match", tag));
  }

  private static HttpCall withdraw(String tag) {
    HttpCall call = HttpCall.of("DELETE /conditions/{slug}").path("slug", SLUG);
    return Newsroom.as("ed", call.header("if-match", tag));
  }
}
