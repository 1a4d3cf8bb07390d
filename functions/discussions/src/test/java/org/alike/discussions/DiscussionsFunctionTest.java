package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscussionsFunctionTest {
  private static final String FEED = "GET /conditions/{slug}/discussions";
  private final Site site = Site.open().knowing("m1", "Ines").knowing("m2", "Tomás");

  @Test
  void thread_isAnsweredWithItsAddress_whenStarted() {
    Reply reply = start("A question", "One line.\r\n\r\nAnother line.", "public");

    String id = String.valueOf(reply.json().get("id"));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("location")).isEqualTo("/discussions/" + id);
    assertThat(reply.json())
        .containsEntry("text", "One line.\n\nAnother line.")
        .containsEntry("author", Json.of("displayName", "Ines"))
        .containsEntry("visibility", "public")
        .containsEntry("replies", 0)
        .containsEntry("version", 1)
        .containsEntry("postedAt", "2026-11-23T12:00:00Z")
        .containsEntry("lastActivityAt", "2026-11-23T12:00:00Z");
    assertThat(reply.json().get("condition"))
        .isEqualTo(
            Json.of(
                "slug", World.ALS,
                "name", "Amyotrophic Lateral Sclerosis",
                "shortName", "ALS",
                "label", "Amyotrophic Lateral Sclerosis (ALS)"));
    assertThat(site.get("/discussions/{id}", id).json()).isEqualTo(reply.json());
  }

  @Test
  void thread_isForMembers_unlessItSaysOtherwise() {
    Reply started = site.start("m1", Map.of("title", "Among us", "text", "Words"));
    String id = String.valueOf(started.json().get("id"));
    Reply absent = site.get("/discussions/{id}", "019ab0d5-7c00-7000-8000-00000000a150");

    assertThat(started.header("location")).isEqualTo("/me/discussions/" + id);
    assertThat(site.get("/discussions/{id}", id).body()).isEqualTo(absent.body());
    assertThat(site.get("/discussions/{id}", id).status()).isEqualTo(404);
    assertThat(site.get("/discussions/{id}/replies", id).body()).isEqualTo(absent.body());
    assertThat(of(FEED).send(site.function).body()).doesNotContain(id, "Among us");
    assertThat(member("GET /me/discussions/{id}").path("id", id).send(site.function).status())
        .isEqualTo(200);
    assertThat(site.reply("m2", id, Map.of("text", "I may answer")).status()).isEqualTo(201);
  }

  @Test
  void answer_isTheSame_whenSentAgainWithTheSameKey() {
    Map<String, Object> body = Map.of("title", "Sent twice", "text", "Words");
    HttpCall call = Site.starting(World.ALS).as("m1").header("idempotency-key", "k").json(body);
    Reply first = call.send(site.function);
    site.reply("m2", String.valueOf(first.json().get("id")), Map.of("text", "Answer"));

    assertThat(call.send(site.function).body()).isEqualTo(first.body());
    assertThat(call.json(Map.of("title", "Another", "text", "W")).send(site.function).status())
        .isEqualTo(422);
  }

  @Test
  void key_isAnothers_whenAnotherMemberSendsIt() {
    Map<String, Object> body = Map.of("title", "The same key", "text", "Words");
    Reply first =
        Site.starting(World.ALS)
            .as("m1")
            .header("idempotency-key", "k")
            .json(body)
            .send(site.function);

    Reply other =
        Site.starting(World.ALS)
            .as("m2")
            .header("idempotency-key", "k")
            .json(body)
            .send(site.function);

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.json().get("id")).isNotEqualTo(first.json().get("id"));
    assertThat(other.json()).containsEntry("author", Json.of("displayName", "Tomás"));
  }

  @Test
  void marker_keepsNoWordsAndNoName() {
    Site.starting(World.ALS)
        .as("m1")
        .header("idempotency-key", "k")
        .json(Map.of("title", "A title", "text", "Words"))
        .send(site.function);

    assertThat(site.dump())
        .filteredOn(item -> item.contains("REQUEST#"))
        .hasSize(1)
        .noneMatch(item -> item.contains("Ines") || item.contains("Words"));
  }

  @Test
  void excerptAndCounts_areInTheFeed_andNoIdOfAMember() {
    String id = String.valueOf(start("A long one", "word ".repeat(100), "public").json().get("id"));
    site.reply("m2", id, Map.of("text", "Answer"));

    Reply feed = of(FEED).send(site.function);

    assertThat(feed.body()).contains("\"replies\":1", "word…").doesNotContain("m1", "m2");
    assertThat(feed.json()).doesNotContainKey("next").containsKey("asOf");
  }

  @ParameterizedTest
  @CsvSource({"5,10,422", "6,1,201", "150,10,201", "151,10,422", "6,0,422"})
  void lengths_areInCodePoints(int title, int text, int status) {
    assertThat(start("🙂".repeat(title), "🙂".repeat(text), "public").status()).isEqualTo(status);
  }

  @Test
  void text_mayHaveTenThousandCodePoints_andNotOneMore() {
    assertThat(start("Longest", "🙂".repeat(10_000), "public").status()).isEqualTo(201);
    assertThat(start("Longer", "🙂".repeat(10_001), "public").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\u202e", "\\u2066", "\\u200b", "\\u0007"})
  void hostileCharacters_areRefused_andNothingIsStored(String character) {
    List<String> before = site.dump();
    String id = "019ab0d5-7c00-7000-8000-00000000a150";

    assertThat(raw("{\"title\":\"A title" + character + "x\",\"text\":\"Words\"}")).isEqualTo(422);
    assertThat(raw("{\"title\":\"A title\",\"text\":\"Words" + character + "x\"}")).isEqualTo(422);
    String reply = "{\"text\":\"Words" + character + "x\"}";
    assertThat(Site.replying(id).as("m1").body("application/json", reply).send(site.function))
        .matches(answer -> answer.status() == 422);
    assertThat(site.dump()).isEqualTo(before);
  }

  @Test
  void markup_isStoredAsTheCharactersItIs() {
    String text = "<script>alert(1)</script> [x](javascript:alert(1)) #pk :v0 attribute_exists(x)";

    Reply reply = start("<b>Bold</b> & \"quoted\"", text, "public");

    assertThat(reply.json())
        .containsEntry("text", text)
        .containsEntry("title", "<b>Bold</b> & \"quoted\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"title\":\"A title\",\"title\":\"Another\",\"text\":\"x\"}",
        "{\"title\":\"A title\",\"text\":\"x\"} x"
      })
  void malformedBodies_areRefused(String body) {
    assertThat(raw(body)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"title\":\"A title\"}",
        "{\"title\":1,\"text\":\"x\"}",
        "{\"title\":\"Two\\nlines\",\"text\":\"x\"}",
        "{\"title\":\"A title\",\"text\":\"x\",\"visibility\":\"secret\"}",
        "{\"title\":\"A title\",\"text\":\"x\",\"author\":\"m2\"}",
        "{\"title\":\"A title\",\"text\":\"x\",\"replies\":7}"
      })
  void invalidBodies_areRefused_andNothingIsStored(String body) {
    List<String> before = site.dump();

    assertThat(raw(body)).isEqualTo(422);

    assertThat(site.dump()).isEqualTo(before);
  }

  @Test
  void posting_isForMembersOnly() {
    Map<String, Object> body = Map.of("title", "A title", "text", "x");

    assertThat(Site.starting(World.ALS).json(body).send(site.function).status()).isEqualTo(401);
    HttpCall nobody = Site.starting(World.ALS).claim("sub", "s").json(body);
    assertThat(nobody.send(site.function).status()).isEqualTo(403);
    Reply unheard = site.start("m3", body);
    assertThat(unheard.status()).isEqualTo(503);
    assertThat(unheard.header("retry-after")).isEqualTo("1");
    EventCall.deliver(site.subscriber, World.erased("m2", 2));
    assertThat(site.start("m2", body).status()).isEqualTo(403);
    assertThat(of("GET /me/discussions").send(site.function).status()).isEqualTo(401);
    assertThat(site.get("/me/discussions/{id}", "x").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "%00", "x", "019AB0D5-7C00-7000-8000-00000000A150", "#"})
  void oddIds_areNotFound(String id) {
    assertThat(site.get("/discussions/{id}", id).status()).isEqualTo(404);
    assertThat(site.get("/discussions/{id}/replies", id).status()).isEqualTo(404);
    assertThat(site.reply("m1", id, Map.of("text", "x")).status()).isEqualTo(404);
    assertThat(HttpCall.of(FEED).path("slug", id).send(site.function).status()).isEqualTo(404);
    HttpCall start = Site.starting(id).as("m1").json(Map.of("title", "A title", "text", "x"));
    assertThat(start.send(site.function).status()).isEqualTo(404);
  }

  @Test
  void cursor_isRefused_whenChangedOrOfAnotherListOrCaller() {
    for (int i = 0; i < 3; i++) {
      start("Thread number " + i, "Words", "public");
    }
    String cursor =
        String.valueOf(of(FEED).query("limit", "2").send(site.function).json().get("next"));
    List<HttpCall> foreign = new ArrayList<>();
    foreign.add(HttpCall.of(FEED).path("slug", World.T2D).query("cursor", cursor));
    foreign.add(HttpCall.of("GET /discussions").query("cursor", cursor));
    foreign.add(of(FEED).query("sort", "latest").query("cursor", cursor));
    foreign.add(
        member("GET /me/discussions").query("condition", World.ALS).query("cursor", cursor));
    for (int i = 0; i < cursor.length(); i += 3) {
      char flipped = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, i) + flipped + cursor.substring(i + 1);
      foreign.add(of(FEED).query("cursor", changed));
    }
    String mine =
        String.valueOf(
            member("GET /me/discussions")
                .query("limit", "2")
                .send(site.function)
                .json()
                .get("next"));
    foreign.add(HttpCall.of("GET /me/discussions").as("m2").query("cursor", mine));
    foreign.add(of(FEED).query("cursor", cursor.substring(4)));
    foreign.add(of(FEED).query("cursor", "\u0000"));

    assertThat(foreign).allMatch(call -> call.send(site.function).status() == 400);
    assertThat(of(FEED).query("cursor", cursor).send(site.function).json().get("items"))
        .asInstanceOf(LIST)
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"sort,top,422", "sort,hot,422", "limit,0,422", "limit,51,422", "limit,50,200"})
  void query_isChecked(String name, String value, int status) {
    assertThat(of(FEED).query(name, value).send(site.function).status()).isEqualTo(status);
  }

  @Test
  void otherMethods_areRefusedWithWhatIsAllowed() {
    Reply reply = HttpCall.of("ANY /discussions/{id}/replies").method("PUT").send(site.function);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("GET, POST");
  }

  @Test
  void words_areInNoLogLineAndNoProblem() {
    site.knowing("m4", "Canary name");
    List<Reply> replies = new ArrayList<>();
    replies.add(site.start("m4", Map.of("title", "Canary title", "text", "Canary text")));
    replies.add(site.start("m4", Map.of("title", "Canary", "text", "Canary\u0000", "canary", 1)));
    replies.add(site.start("m4", Map.of("title", "Cana", "text", "", "visibility", "canary")));
    String id = String.valueOf(replies.get(0).json().get("id"));
    replies.add(site.reply("m4", id, Map.of("text", "Canary reply", "replyTo", "canary")));
    replies.add(site.reply("m4", id, Map.of("text", "Canary reply")));
    replies.add(site.get("/discussions/{id}", "canary"));
    replies.add(HttpCall.of(FEED).path("slug", "canary").send(site.function));
    replies.add(of(FEED).query("cursor", "canary").query("sort", "canary").send(site.function));
    List<String> lines = new ArrayList<>(EventCall.deliver(site.subscriber, World.erased("m4", 2)));

    for (Reply reply : replies) {
      lines.addAll(reply.log());
      if (reply.status() >= 400) {
        lines.add(reply.body());
      }
    }

    assertThat(lines).hasSizeGreaterThan(8);
    assertThat(lines).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary"));
    assertThat(lines).noneMatch(line -> line.contains(World.ALS));
  }

  private Reply start(String title, String text, String visibility) {
    return site.start("m1", Map.of("title", title, "text", text, "visibility", visibility));
  }

  private int raw(String body) {
    return Site.starting(World.ALS)
        .as("m1")
        .body("application/json", body)
        .send(site.function)
        .status();
  }

  private static HttpCall of(String route) {
    return HttpCall.of(route).path("slug", World.ALS);
  }

  private static HttpCall member(String route) {
    return HttpCall.of(route).as("m1");
  }
}
