package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {
  private final House house = new House();
  private final String maria = house.join(house.maria());
  private final String other =
      house.join(
          house.submission(
              "email",
              "other@example.org",
              "displayName",
              "Other",
              "conditions",
              "ALS",
              "consent",
              "1"));

  private Reply card() {
    return house.send(HttpCall.of("GET /members/{id}").path("id", maria).as(other));
  }

  private void change(String patch) {
    Reply me = house.send(HttpCall.of("GET /me").as(maria));
    Reply reply =
        house.send(
            HttpCall.of("PATCH /me")
                .as(maria)
                .header("if-match", me.header("etag"))
                .body("application/json", patch));
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void card_hasWhatMembersMaySee_andTheAgeInABand() {
    change(
        """
        {"conditions":[{"typed":"ALS","diagnosed":2020},{"typed":"zorgle"}],"country":"DE","region":"Bavaria",
         "treatments":[{"typed":"riluzole","sideEffects":[{"typed":"blarg"}]}],"languages":["de"],"about":"Hi",
         "shown":{"displayName":"members","conditions":"public","treatments":"members","birthYear":"members",
                  "country":"alikes","region":"matching","languages":"public","about":"me"}}
        """);

    assertThat(card().json())
        .isEqualTo(
            Json.of(
                "id",
                maria,
                "displayName",
                "Maria",
                "conditions",
                List.of(
                    Json.of(
                        "id", "amyotrophic-lateral-sclerosis",
                        "name", "Amyotrophic Lateral Sclerosis",
                        "label", "Amyotrophic Lateral Sclerosis (ALS)",
                        "diagnosed", 2020)),
                "treatments",
                List.of(Map.of("id", "riluzole", "name", "Riluzole", "label", "Riluzole")),
                "ageBand",
                "50-59",
                "languages",
                List.of("de")));
  }

  @ParameterizedTest
  @CsvSource({"me, 404", "matching, 404", "alikes, 404", "members, 200", "public, 200"})
  void card_isThere_whenMembersMaySeeTheName(String audience, int status) {
    change("{\"shown\":{\"displayName\":\"" + audience + "\"}}");

    assertThat(card().status()).isEqualTo(status);
  }

  @Test
  void whoCantBeSeen_looksLikeSomebodyWhoNeverWas() {
    String hidden = withoutId(card());
    change("{\"shown\":{\"displayName\":\"public\",\"conditions\":\"public\"}}");
    assertThat(card().status()).isEqualTo(200);
    house.send(
        HttpCall.of("PUT /me/consents").as(maria).body("application/json", "{\"given\":false}"));
    String withdrawn = withoutId(card());
    house.send(HttpCall.of("DELETE /me").as(maria));
    String erased = withoutId(card());
    String unknown =
        withoutId(house.send(HttpCall.of("GET /members/{id}").path("id", "nobody").as(other)));

    assertThat(List.of(hidden, withdrawn, erased)).containsOnly(unknown);
    assertThat(unknown).contains("404");
  }

  @Test
  void strangersAndErasedMembers_seeNobody() {
    change("{\"shown\":{\"displayName\":\"public\"}}");
    house.send(HttpCall.of("DELETE /me").as(other));

    assertThat(house.send(HttpCall.of("GET /members/{id}").path("id", maria)).status())
        .isEqualTo(401);
    assertThat(card().status()).isEqualTo(403);
  }

  @Test
  void textThatIsNoId_namesNobody_howeverLongItIs() {
    HttpCall call = HttpCall.of("GET /members/{id}").path("id", "x".repeat(2_100)).as(other);

    assertThat(house.send(call).status()).isEqualTo(404);
  }

  private static String withoutId(Reply reply) {
    return reply.status() + reply.body() + reply.headers();
  }
}
