package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentsTest {
  private static final Map<String, Object> FIRST =
      Json.of("number", 1, "action", "given", "version", "2026-11", "at", "2026-11-23T12:00:00Z");
  private final House house = new House();
  private final String id = house.join(house.maria());

  private Reply decide(String json) {
    house.clock.advance(Duration.ofMinutes(1));
    return house.send(HttpCall.of("PUT /me/consents").as(id).body("application/json", json));
  }

  private Reply change(int version, String patch) {
    return house.send(
        HttpCall.of("PATCH /me")
            .as(id)
            .header("if-match", "\"" + version + "\"")
            .body("application/json", patch));
  }

  @Test
  void history_hasTheFirst_fromJoiningOn() {
    assertThat(house.send(HttpCall.of("GET /me/consents").as(id)).json())
        .isEqualTo(Json.of("active", true, "items", List.of(FIRST)));
  }

  @Test
  void history_isOnlyAddedTo_andRepeatsAddNothing() {
    decide("{\"given\":false}");
    Reply withdrawn = decide("{\"given\":false}");
    decide("{\"given\":true,\"version\":\"2026-12\"}");
    Reply given = decide("{\"given\":true,\"version\":\"2026-12\"}");

    Map<String, Object> second =
        Json.of(
            "number", 2, "action", "withdrawn", "version", "2026-11", "at", "2026-11-23T12:01:00Z");
    Map<String, Object> third =
        Json.of("number", 3, "action", "given", "version", "2026-12", "at", "2026-11-23T12:03:00Z");
    assertThat(withdrawn.json())
        .isEqualTo(Json.of("active", false, "items", List.of(FIRST, second)));
    assertThat(given.json())
        .isEqualTo(Json.of("active", true, "items", List.of(FIRST, second, third)));
    assertThat(house.send(HttpCall.of("GET /me/consents").as(id)).json()).isEqualTo(given.json());
    assertThat(house.send(HttpCall.of("GET /me").as(id)).json()).containsEntry("version", 3);
  }

  @Test
  void withdrawing_takesTheMemberOut_andGivingAgainBringsAllBack() {
    house.send(HttpCall.of("GET /me").as(id));
    DomainEvent before = house.published();
    decide("{\"given\":false}");
    DomainEvent without = house.published();
    decide("{\"given\":true,\"version\":\"2026-11\"}");
    DomainEvent again = house.published();

    assertThat(without.data())
        .isEqualTo(
            Json.of(
                "memberId", id,
                "displayName", "",
                "visibility", "matching",
                "conditions", List.of(),
                "symptoms", List.of(),
                "treatments", List.of(),
                "shown", Map.of(),
                "joined", before.text("joined"),
                "matchable", false));
    assertThat(without.version()).isEqualTo(2);
    assertThat(again.data()).isEqualTo(before.data());
    assertThat(again.version()).isEqualTo(3);
    assertThat(again.time()).isAfter(without.time());
  }

  @Test
  void withdrawn_nothingOfHealthIsAdded_butClearedItMayBe() {
    change(1, "{\"symptoms\":[{\"typed\":\"nausea\"}],\"shown\":{\"displayName\":\"members\"}}");
    decide("{\"given\":false}");
    List<String> before = house.dump();

    assertThat(change(3, "{\"symptoms\":[{\"typed\":\"fatigue\"}]}").status()).isEqualTo(409);
    assertThat(change(3, "{\"about\":\"I am well\"}").status()).isEqualTo(409);
    assertThat(house.dump()).isEqualTo(before);
    assertThat(house.send(HttpCall.of("GET /me").as(id)).json()).containsEntry("listed", "nobody");
    assertThat(change(3, "{\"symptoms\":[],\"about\":null,\"displayName\":\"M\"}").json())
        .containsEntry("symptoms", List.of())
        .containsEntry("displayName", "M");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"given\":null}",
        "{\"given\":\"yes\"}",
        "{\"given\":true}",
        "{\"given\":true,\"version\":\"\"}",
        "{\"given\":true,\"version\":\"2027-01\"}",
        "{\"given\":true,\"version\":\"2026-11,2026-12\"}",
        "{\"given\":false,\"at\":\"now\"}"
      })
  void decision_mustBeClear(String body) {
    List<String> before = house.dump();

    assertThat(decide(body).status()).isEqualTo(422);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void unknownVersion_isNamedByItsPlace_andNotEchoed() {
    Reply reply = decide("{\"given\":true,\"version\":\"2027-01\"}");

    assertThat(reply.body()).contains("\"/version\"", "\"choice\"").doesNotContain("2027-01");
  }

  @Test
  void olderVersion_canBeAgreedTo_asLongAsItIsKnown() {
    decide("{\"given\":true,\"version\":\"2026-12\"}");

    assertThat(decide("{\"given\":true,\"version\":\"2026-11\"}").json())
        .containsEntry("active", true)
        .extractingByKey("items", LIST)
        .hasSize(3);
  }

  @Test
  void withdrawing_needsNoVersion_norAKnownOne() {
    assertThat(decide("{\"given\":false,\"version\":\"2027-01\"}").status()).isEqualTo(200);
    assertThat(house.dump()).noneMatch(item -> item.contains("2027-01"));
  }

  @Test
  void history_goesWithTheMember_howeverLongItIs() {
    for (int i = 0; i < 60; i++) {
      decide(i % 2 == 0 ? "{\"given\":false}" : "{\"given\":true,\"version\":\"2026-11\"}");
    }

    house.send(HttpCall.of("DELETE /me").as(id));
    house.publishAndHear();

    assertThat(house.sortKeys()).containsExactlyInAnyOrder("profile", "latest", "token");
  }
}
