package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody does on the first day, and what becomes of it. */
class FirstDayTest {
  private static final String ALIKES = "/conditions/" + Community.ALS + "/alikes";
  private static Community community;

  @BeforeAll
  static void start() {
    community = new Community();
    community.importPages();
    for (int i = 0; i < 12; i++) {
      community.signUp(
          Json.of(
              "email",
              "als" + i + "@example.org",
              "displayName",
              "Person " + i,
              "conditions",
              List.of(i % 2 == 0 ? "lou gehrig's disease" : "ALS"),
              "symptoms",
              i < 5 ? List.of("trouble swallowing") : List.of("muscle cramps"),
              "treatments",
              List.of("riluzole"),
              "visibility",
              i == 0 ? "public" : "members",
              "consent",
              "2026-11"));
    }
    community.awaitQuiet();
    for (int i = 0; i < 12; i++) {
      assertThat(community.confirm("als" + i + "@example.org").status()).isEqualTo(200);
    }
    community.awaitQuiet();
  }

  @AfterAll
  static void stop() {
    community.close();
  }

  @Test
  void page_isServedWithItsVersion_underEveryNameOfTheCondition() {
    Community.Answer page = community.get("/conditions/" + Community.ALS, null);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json())
        .containsEntry("label", "Amyotrophic Lateral Sclerosis (ALS)")
        .containsEntry("disclaimer", "This is not a substitute for professional medical advice.");

    Community.Answer same =
        community.send(
            community
                .request("/conditions/" + Community.ALS)
                .header("if-none-match", page.header("etag")));
    assertThat(same.status()).isEqualTo(304);

    Community.Answer alias = community.get("/conditions/lou-gehrigs-disease", null);
    assertThat(alias.status()).isEqualTo(301);
    assertThat(alias.header("location")).endsWith("/conditions/" + Community.ALS);
  }

  @Test
  void member_isCountedFoundAndExplained_thenGoneEverywhere() {
    int before = count();

    String token =
        community.join(
            Json.of(
                "email", "new@example.org",
                "displayName", "Noor",
                "conditions", List.of("ALS", "some rare thing of mine"),
                "symptoms", List.of("trouble swallowing"),
                "visibility", "members",
                "consent", "2026-11"));

    assertThat(community.get(ALIKES, null).json())
        .containsEntry("count", before + 1)
        .containsEntry("countLabel", before + 1 + " Alikes with ALS")
        .containsEntry("title", before + 1 + " Alikes with Amyotrophic Lateral Sclerosis (ALS)");
    assertThat(community.get("/me", token).json()).containsEntry("displayName", "Noor");
    Community.Answer mine = community.get("/me/alikes?limit=50", token);
    assertThat(mine.json()).containsEntry("considered", before);
    assertThat(mine.items()).hasSize(before);
    assertThat(mine.items().get(0).toString()).contains("trouble-swallowing");

    String thread = post(token, "First weeks with ALS", "Soft food and small sips helped me.");
    assertThat(feed()).contains(thread);
    community.awaitQuiet();
    Community.Answer answer =
        community.post(
            "/wisdom/answers", Map.of("question", "What helps with swallowing in ALS?"), null);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).containsEntry("abstained", false);

    assertThat(
            community.send(Community.authorized(community.request("/me"), token).DELETE()).status())
        .isEqualTo(204);
    community.awaitQuiet();
    assertThat(count()).isEqualTo(before);
    assertThat(community.get("/me/alikes", token).status()).isEqualTo(403);
    assertThat(community.everything().toString())
        .doesNotContain("Noor")
        .doesNotContain("new@example.org")
        .doesNotContain("some rare thing of mine");
    assertThat(community.stack().undelivered()).isEmpty();
  }

  @Test
  void cardsToStrangers_areOfPublicMembersOnly() {
    assertThat(community.get(ALIKES, null).items())
        .extracting(card -> card.get("displayName"))
        .containsExactly("Person 0");
  }

  @Test
  void smallGroup_looksTheSame_withOneMemberAndWithNone() {
    Map<String, Object> before = community.get("/conditions/migraine/alikes", null).json();

    community.join(Community.signup("one@example.org", "Only One", "migraine"));

    assertThat(community.get("/conditions/migraine/alikes", null).json()).isEqualTo(before);
    assertThat(before).doesNotContainKey("count");
    assertThat(String.valueOf(before.get("countLabel"))).startsWith("Fewer than 11");
  }

  @Test
  void plainForm_isAnsweredWithARedirect_andAMemberCanComeOfIt() {
    Community.Answer answer =
        community.send(
            community
                .request("/f/signup")
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "text/html,application/xhtml+xml")
                .POST(
                    BodyPublishers.ofString(
                        "email=plain%40example.org&displayName=Pl%C3%A9in&conditions=epilepsy"
                            + "&conditions=T2D&consent=2026-11&_gotcha=")));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).matches("/receipts/[A-Za-z0-9_-]+/thanks");
    community.awaitQuiet();
    assertThat(community.confirm("plain@example.org").status()).isEqualTo(200);
    String token = community.stack().tokenFor("plain@example.org");
    assertThat(community.get("/me", token).body()).contains("Pléin").contains("type-2-diabetes");
  }

  @Test
  void membersOnlyThread_isUnknownToStrangers_andThereForMembers() {
    String token = community.join(Community.signup("quiet@example.org", "Quiet", "ALS"));
    Community.Answer posted =
        community.post(
            "/conditions/" + Community.ALS + "/discussions",
            Json.of("title", "Just for us here", "text", "Hello", "visibility", "members"),
            token);
    assertThat(posted.status()).isEqualTo(201);
    String id = String.valueOf(posted.json().get("id"));

    assertThat(community.get("/discussions/" + id, null).status()).isEqualTo(404);
    assertThat(feed()).doesNotContain(id);
    assertThat(community.get("/me/discussions/" + id, token).status()).isEqualTo(200);
    assertThat(community.get("/me/discussions?condition=" + Community.ALS, token).body())
        .contains(id);
    String open = post(token, "For everybody", "Hello");
    community.awaitQuiet();
    assertThat(community.get("/sitemap.xml", null).body()).contains(open).doesNotContain(id);
  }

  @Test
  void patientsWords_findThePage_andAreCompletedByWhatManyHave() throws InterruptedException {
    assertThat(community.get("/search?q=cant+swallow", null).items().get(0))
        .containsEntry("slug", Community.ALS)
        .containsKey("snippet");
    assertThat(community.get("/vocabulary/meaning?kind=condition&text=lou+gehrigs", null).json())
        .containsEntry("outcome", "found");

    community.stack().invoke("ContentTally", JsonNodeFactory.instance.objectNode());

    assertThat(community.everything().toString()).contains("{\"" + Community.ALS + "\":1");
    assertThat(community.get("/vocabulary?kind=condition&q=als&limit=1", null).items().get(0))
        .containsEntry("id", Community.ALS);
  }

  @Test
  void answers_sayWhatTheyCost() {
    assertThat(community.get(ALIKES, null).header("server-timing")).isNotEmpty();
  }

  private static String post(String token, String title, String text) {
    Community.Answer posted =
        community.post(
            "/conditions/" + Community.ALS + "/discussions",
            Json.of("title", title, "text", text, "visibility", "public"),
            token);
    assertThat(posted.status()).isEqualTo(201);
    return String.valueOf(posted.json().get("id"));
  }

  private static int count() {
    return community.get(ALIKES, null).json().get("count") instanceof Integer count ? count : 0;
  }

  private static String feed() {
    return community.get("/conditions/" + Community.ALS + "/discussions", null).body();
  }
}
