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

/**
 * Somebody withdraws the consent: they are out of everything that is made of what they told, and
 * back in all of it once they agree again.
 */
class ConsentTest {
  /** Of fewer people insights tell nothing, of so many with the same symptom they do. */
  private static final int PEOPLE = 22;

  private static final String OF_ALS = "/conditions/" + Community.ALS;
  private static final String SWALLOWING = "What helps with swallowing in ALS?";
  private static final String CRAMPS = "What helps with muscle cramps in ALS?";
  private static Community community;
  private static String ada;
  private static String id;
  private static String ben;
  private static String ofBen;

  @BeforeAll
  static void peopleJoin() {
    community = new Community();
    for (int i = 0; i < PEOPLE; i++) {
      community.signUp(signup(i));
    }
    community.awaitQuiet();
    for (int i = 0; i < PEOPLE; i++) {
      assertThat(community.confirm(email(i)).status()).isEqualTo(200);
    }
    community.awaitQuiet();
    ada = community.stack().tokenFor(email(0));
    id = String.valueOf(community.get("/me", ada).json().get("id"));
    ben = community.stack().tokenFor(email(1));
    ofBen = posted(thread(ben, "Cramps with ALS", "My calves hurt at night."));
    posted(thread(ada, "Swallowing with ALS", "Soft food helped me with swallowing."));
    posted(reply(ada, "Magnesium helped me with muscle cramps."));
    community.awaitQuiet();
  }

  @AfterAll
  static void stop() {
    assertThat(community.stack().undelivered()).isEmpty();
    community.close();
  }

  @Test
  void posting_isRefused_untilTheConsentIsGivenAgain() {
    whileWithdrawn(
        () -> {
          assertThat(thread(ada, "One more with ALS", "May I?").status()).isEqualTo(403);
          assertThat(reply(ada, "May I reply?").status()).isEqualTo(403);
        });

    posted(thread(ada, "Back again with ALS", "Here I am."));
    posted(reply(ada, "And here."));
  }

  @Test
  void posts_stand_butAreQuotedNoMore_untilTheConsentIsGivenAgain() {
    assertThat(asked(SWALLOWING)).contains("Soft food");
    assertThat(asked(CRAMPS)).contains("Magnesium");

    whileWithdrawn(
        () -> {
          assertThat(asked(SWALLOWING)).doesNotContain("Soft food");
          assertThat(asked(CRAMPS)).doesNotContain("Magnesium");
          assertThat(community.get(OF_ALS + "/discussions", null).body())
              .contains("Swallowing with ALS");
          assertThat(community.get("/discussions/" + ofBen + "/replies", null).body())
              .contains("Magnesium");
        });

    assertThat(asked(SWALLOWING)).contains("Soft food");
    assertThat(asked(CRAMPS)).contains("Magnesium");
  }

  @Test
  void others_findNobody_untilTheConsentIsGivenAgain() {
    assertThat(alikesOfBen()).contains(id);

    whileWithdrawn(
        () -> {
          assertThat(alikesOfBen()).hasSize(PEOPLE - 2).doesNotContain(id);
          assertThat(status("/me/alikes/" + id, ben)).isEqualTo(404);
          assertThat(status("/members/" + id, ben)).isEqualTo(404);
          assertThat(status("/me/alikes", ada)).isEqualTo(403);
          assertThat(community.get("/me", ada).json()).containsEntry("displayName", "Person 0");
        });

    assertThat(alikesOfBen()).hasSize(PEOPLE - 1).contains(id);
    assertThat(status("/members/" + id, ben)).isEqualTo(200);
    assertThat(status("/me/alikes", ada)).isEqualTo(200);
  }

  @Test
  void countsAndInsights_areWithoutTheMember_untilTheConsentIsGivenAgain() {
    assertThat(community.get(OF_ALS + "/alikes", null).json()).containsEntry("count", PEOPLE);
    assertThat(insights()).contains("muscle-cramps");

    whileWithdrawn(
        () -> {
          Community.Answer shown = community.get(OF_ALS + "/alikes", null);
          assertThat(shown.json()).containsEntry("count", PEOPLE - 1);
          assertThat(shown.items()).isEmpty();
          assertThat(insights()).doesNotContain("muscle-cramps");
        });

    Community.Answer all = community.get(OF_ALS + "/alikes", null);
    assertThat(all.json()).containsEntry("count", PEOPLE);
    assertThat(all.items()).extracting(card -> card.get("displayName")).containsExactly("Person 0");
    assertThat(insights()).contains("muscle-cramps");
  }

  @Test
  void consent_staysWithdrawn_whenAnUnknownTextIsAgreedTo() {
    whileWithdrawn(
        () -> {
          Community.Answer refused = decide(Json.of("given", true, "version", "1999-01"));
          assertThat(refused.status()).isEqualTo(422);
          assertThat(refused.body()).contains("/version").doesNotContain("1999");
          assertThat(community.get("/me/consents", ada).json()).containsEntry("active", false);
        });
  }

  /** Only the first is public, and seen by those who have not signed in. */
  private static Map<String, Object> signup(int number) {
    return Json.of(
        "email",
        email(number),
        "displayName",
        "Person " + number,
        "conditions",
        List.of("ALS"),
        "symptoms",
        List.of("muscle cramps"),
        "visibility",
        number == 0 ? "public" : "members",
        "consent",
        "2026-11");
  }

  private static String email(int number) {
    return "person" + number + "@example.org";
  }

  private static void whileWithdrawn(Runnable checks) {
    assertThat(decide(Json.of("given", false)).json()).containsEntry("active", false);
    community.awaitQuiet();
    try {
      checks.run();
    } finally {
      Map<String, Object> again = Json.of("given", true, "version", "2026-11");
      assertThat(decide(again).json()).containsEntry("active", true);
      community.awaitQuiet();
    }
  }

  private static Community.Answer decide(Map<String, Object> decision) {
    return community.send(
        Community.authorized(community.request("/me/consents"), ada)
            .header("content-type", "application/json")
            .PUT(BodyPublishers.ofString(Json.write(decision))));
  }

  private static Community.Answer thread(String token, String title, String text) {
    Map<String, Object> body = Json.of("title", title, "text", text, "visibility", "public");
    return community.post(OF_ALS + "/discussions", body, token);
  }

  private static Community.Answer reply(String token, String text) {
    return community.post("/discussions/" + ofBen + "/replies", Map.of("text", text), token);
  }

  private static String posted(Community.Answer made) {
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return String.valueOf(made.json().get("id"));
  }

  private static String asked(String question) {
    return community.post("/wisdom/answers", Map.of("question", question), null).body();
  }

  private static List<String> alikesOfBen() {
    return community.get("/me/alikes?limit=50", ben).items().stream()
        .map(item -> String.valueOf(Json.asObject(item.get("member")).orElseThrow().get("id")))
        .toList();
  }

  private static String insights() {
    Community.Answer insights = community.get(OF_ALS + "/insights", null);
    assertThat(insights.status()).isEqualTo(200);
    return insights.body();
  }

  private static int status(String path, @Nullable String token) {
    return community.get(path, token).status();
  }
}
