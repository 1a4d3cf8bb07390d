package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What others see of a member's posts after a block, and after the member has left. */
class PartingTest {
  private static final String HELPS = "What helps with swallowing in ALS?";
  private static Community community;
  private static String ada;
  private static String ben;

  @BeforeAll
  static void start() {
    community = new Community();
    ada = community.join(Community.signup("ada@example.org", "Ada", "ALS"));
    ben = community.join(Community.signup("ben@example.org", "Ben", "ALS"));
  }

  @AfterAll
  static void stop() {
    community.close();
  }

  @Test
  void blocked_seeNothingOfEachOther_untilItIsUndone() {
    String ofAda = thread(ada, "Nights with ALS", "I wake at three.");
    String ofBen = thread(ben, "Mornings with ALS", "I sleep till nine.");
    String other = community.join(Community.signup("cleo@example.org", "Cleo", "ALS"));
    assertThat(reply(ben, ofAda, "So do I.")).isEqualTo(201);

    assertThat(block("PUT")).isEqualTo(204);
    community.awaitQuiet();

    for (String path : List.of("/me/discussions/", "/me/discussions/%s/replies")) {
      assertThat(status(path, ofBen, ada)).isEqualTo(404);
      assertThat(status(path, ofAda, ben)).isEqualTo(404);
      assertThat(status(path, ofAda, other)).isEqualTo(200);
    }
    assertThat(reply(ben, ofAda, "May I say more?")).isEqualTo(404);
    assertThat(feed(ada)).contains(ofAda).doesNotContain(ofBen);
    assertThat(feed(ben)).contains(ofBen).doesNotContain(ofAda);
    assertThat(community.get("/me/discussions/" + ofAda + "/replies", ada).items()).isEmpty();
    assertThat(community.get("/me/discussions/" + ofAda, ada).json()).containsEntry("replies", 1);

    assertThat(block("DELETE")).isEqualTo(204);
    community.awaitQuiet();

    assertThat(feed(ada)).contains(ofAda, ofBen);
    assertThat(community.get("/me/discussions/" + ofAda + "/replies", ada).items()).hasSize(1);
  }

  @Test
  void postsOfWhoLeft_areRemovedEverywhere_andRepliesOfOthersStay() {
    String noor = community.join(Community.signup("noor@example.org", "Noorcanary", "ALS"));
    String alone = thread(noor, "Canary thread alone", "Canary words of mine.");
    String answered =
        thread(noor, "Canary swallowing with ALS", "Canary sips helped me with swallowing.");
    String others = thread(ben, "Swallowing with ALS", "Soft food helped me with swallowing.");
    assertThat(reply(noor, others, "Canary reply of mine.")).isEqualTo(201);
    assertThat(reply(ben, answered, "Thickened tea helped my swallowing.")).isEqualTo(201);
    community.awaitQuiet();
    assertThat(community.get("/sitemap.xml", null).body()).contains(others);

    assertThat(erase("remove", noor)).isEqualTo(204);
    community.awaitQuiet();

    assertThat(community.everything().toString()).doesNotContain("anary");
    assertThat(status("/discussions/", alone, null)).isEqualTo(404);
    assertThat(community.get("/discussions/" + answered, null).json())
        .containsEntry("title", "Removed by its author")
        .containsEntry("replies", 1);
    assertThat(community.get("/discussions/" + others, null).json()).containsEntry("replies", 0);
    assertThat(reply(ben, answered, "Is anybody there?")).isEqualTo(409);
    Community.Answer told = community.post("/wisdom/answers", Map.of("question", HELPS), null);
    assertThat(told.body()).contains("Soft food").doesNotContain("Thickened tea");
    assertThat(community.stack().undelivered()).isEmpty();
  }

  @Test
  void tokenOfWhoLeft_readsNoMembersThreads() {
    String gone = community.join(Community.signup("gone@example.org", "Gone", "ALS"));
    String thread = thread(ada, "Something among us", "Words for everybody.");
    assertThat(status("/me/discussions/", thread, gone)).isEqualTo(200);

    assertThat(erase("anonymise", gone)).isEqualTo(204);
    community.awaitQuiet();

    assertThat(status("/me/discussions/", thread, gone)).isEqualTo(403);
    assertThat(community.get("/me/discussions", gone).status()).isEqualTo(403);
  }

  private static String thread(String token, String title, String text) {
    Community.Answer posted =
        community.post(
            "/conditions/" + Community.ALS + "/discussions",
            Json.of("title", title, "text", text, "visibility", "public"),
            token);
    assertThat(posted.status()).isEqualTo(201);
    return String.valueOf(posted.json().get("id"));
  }

  private static int reply(String token, String thread, String text) {
    return community
        .post("/discussions/" + thread + "/replies", Map.of("text", text), token)
        .status();
  }

  private static int block(String method) {
    String blocked = String.valueOf(community.get("/me", ben).json().get("id"));
    return community
        .send(
            Community.authorized(community.request("/me/blocks/" + blocked), ada)
                .method(method, BodyPublishers.noBody()))
        .status();
  }

  private static int erase(String posts, String token) {
    return community
        .send(Community.authorized(community.request("/me?posts=" + posts), token).DELETE())
        .status();
  }

  private static int status(String path, String thread, @Nullable String token) {
    return community
        .get(path.contains("%s") ? path.formatted(thread) : path + thread, token)
        .status();
  }

  private static String feed(String token) {
    return community.get("/me/discussions?limit=50", token).body();
  }
}
