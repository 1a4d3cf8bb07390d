package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

/** What members are answered after they have blocked, withdrawn or left. */
class MembershipFunctionTest {
  private static final Map<String, Object> OPEN =
      Map.of("title", "How do you sleep?", "text", "I don't.", "visibility", "public");
  private static final Map<String, Object> AMONG_US =
      Map.of("title", "Among ourselves", "text", "Words for members");
  private final Site site = Site.open().knowing("m1", "Ines").knowing("m2", "Tomás");

  @Test
  void erased_readsNoMembersThread_onTheNextRequest() {
    String thread = started("m2", AMONG_US);
    assertThat(as("m1", "GET /me/discussions/{id}", thread).status()).isEqualTo(200);

    EventCall.deliver(site.subscriber, World.erased("m1", 2));

    for (String route :
        List.of(
            "GET /me/discussions",
            "GET /me/discussions/{id}",
            "GET /me/discussions/{id}/replies")) {
      Reply refused = as("m1", route, thread);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body())
          .contains("This membership has ended.")
          .doesNotContain("Among ourselves");
    }
  }

  @Test
  void withdrawn_isToldToAgreeAgain_andReadsOn() {
    String thread = started("m2", AMONG_US);
    EventCall.deliver(site.subscriber, World.withdrawn("m1", 2));

    Reply start = site.start("m1", OPEN);
    Reply reply = site.reply("m1", thread, Map.of("text", "Me too"));

    assertThat(List.of(start.status(), reply.status())).containsOnly(403);
    assertThat(start.body()).contains("Agree again to post.");
    assertThat(as("m1", "GET /me/discussions/{id}", thread).status()).isEqualTo(200);
  }

  @Test
  void blocked_isAnsweredAsIfTheThreadWereNotThere() {
    String thread = started("m2", OPEN);
    EventCall.deliver(site.subscriber, World.parted("m2", "m1", 1));
    String absent = "019ab0d5-7c00-7000-8000-00000000a150";

    for (String route : List.of("GET /me/discussions/{id}", "GET /me/discussions/{id}/replies")) {
      assertThat(as("m1", route, thread).status()).isEqualTo(404);
      assertThat(as("m1", route, thread).body()).isEqualTo(as("m1", route, absent).body());
    }
    Reply reply = site.reply("m1", thread, Map.of("text", "Let me in"));
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(site.reply("m1", absent, Map.of("text", "Hi")).body());
    assertThat(as("m1", "GET /me/discussions", thread).body()).doesNotContain(thread);
    assertThat(site.get("/discussions/{id}", thread).status()).isEqualTo(200);
  }

  @Test
  void cursor_goesOn_whenABlockCameInBetween() {
    started("m1", Map.of("title", "The first of mine", "text", "Words"));
    started("m1", Map.of("title", "The second of mine", "text", "Words"));
    HttpCall page = HttpCall.of("GET /me/discussions").as("m1").query("limit", "1");
    String cursor = String.valueOf(page.send(site.function).json().get("next"));

    EventCall.deliver(site.subscriber, World.parted("m2", "m1", 1));

    assertThat(page.query("cursor", cursor).send(site.function).status()).isEqualTo(200);
  }

  @Test
  void removedThread_isAnEmptyShell_thatTakesNoReplies() {
    String thread = started("m1", OPEN);
    assertThat(site.reply("m2", thread, Map.of("text", "Of the other")).status()).isEqualTo(201);

    EventCall.deliver(site.subscriber, World.erasedWithPosts("m1", 2));

    Reply shown = site.get("/discussions/{id}", thread);
    assertThat(shown.json())
        .containsEntry("title", "Removed by its author")
        .containsEntry("text", "Removed by its author")
        .containsEntry("removed", true)
        .containsEntry("replies", 1)
        .doesNotContainKey("author");
    assertThat(site.get("/discussions/{id}/replies", thread).body()).contains("Of the other");
    assertThat(site.reply("m2", thread, Map.of("text", "Another")).status()).isEqualTo(409);
    assertThat(site.dump().toString())
        .doesNotContain("How do you sleep?", "I don't.", "Ines")
        .contains("title=AttributeValue(S=Removed by its author), version=AttributeValue(N=2)");
  }

  @Test
  void repeat_isGone_whenWhatItPostedIsRemoved() {
    HttpCall call = Site.starting(World.ALS).as("m1").header("idempotency-key", "key-1").json(OPEN);
    assertThat(call.send(site.function).status()).isEqualTo(201);
    EventCall.deliver(site.subscriber, World.erasedWithPosts("m1", 2));

    assertThat(call.send(site.function).status()).isEqualTo(410);
  }

  @Test
  void author_hasNoName_whenMembersMayNotSeeIt() {
    EventCall.deliver(site.subscriber, World.changed("m1", 2, ""));

    Reply started = site.start("m1", OPEN);

    assertThat(started.json()).containsEntry("author", Map.of("displayName", "A member"));
    assertThat(HttpCall.of("GET /discussions").send(site.function).body())
        .contains("A member")
        .doesNotContain("m1", "Ines");
  }

  @Test
  void logs_holdNothingOfIt() {
    started("m1", OPEN);
    for (var event :
        List.of(
            World.parted("m1", "m2", 1),
            World.withdrawn("m1", 2),
            World.erasedWithPosts("m1", 3))) {
      assertThat(EventCall.deliver(site.subscriber, event))
          .hasSize(1)
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("sleep"));
    }
  }

  private String started(String member, Map<String, Object> body) {
    Reply reply = site.start(member, body);
    assertThat(reply.status()).isEqualTo(201);
    return String.valueOf(reply.json().get("id"));
  }

  private Reply as(String member, String route, String id) {
    HttpCall call = HttpCall.of(route).as(member);
    return (route.contains("{id}") ? call.path("id", id) : call).send(site.function);
  }
}
