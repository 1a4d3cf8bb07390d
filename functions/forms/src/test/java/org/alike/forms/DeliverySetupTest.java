package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners write about who hears of their forms. */
class DeliverySetupTest {
  private static final String SETTINGS = " /forms/{form}/delivery-settings";
  private static final String SECRET = "POST /forms/{form}/webhooks/{id}/secret";
  private static final Map<String, Object> ALL =
      Json.of(
          "notify",
          List.of("owner@example.org"),
          "autoresponder",
          Json.of("subject", "Thanks", "text", "We answer soon.", "replyTo", "us@example.org"),
          "webhooks",
          List.of(Map.of("url", "https://www.example.org/hook")));
  private final DeliveryHouse house = new DeliveryHouse();

  private Reply show() {
    return house.send(DeliveryHouse.owner("GET" + SETTINGS, "contact"));
  }

  private Reply put(String match, Object settings) {
    return house.send(
        DeliveryHouse.owner("PUT" + SETTINGS, "contact").header("if-match", match).json(settings));
  }

  private HttpCall rotate(String id) {
    return DeliveryHouse.owner(SECRET, "contact").path("id", id);
  }

  private static Map<String, Object> hook(Reply reply) {
    return DeliveryHouse.webhooks(reply).get(0);
  }

  @Test
  void settings_areEmptyAtFirst_andAtVersionZero() {
    assertThat(show().json())
        .isEqualTo(
            Json.of("form", "contact", "version", 0, "notify", List.of(), "webhooks", List.of()));
    assertThat(show().header("etag")).isEqualTo("\"0\"");
  }

  @Test
  void secret_isShownOnce_andWhatWasShownCanBeSentBack() {
    Reply first = put("\"0\"", ALL);
    Reply shown = show();
    Reply back = put("\"1\"", shown.json());

    assertThat(first.status()).isEqualTo(200);
    assertThat(String.valueOf(hook(first).get("secret"))).matches("whsec_[A-Za-z0-9+/=]{44}");
    assertThat(shown.json()).containsEntry("autoresponder", ALL.get("autoresponder"));
    assertThat(shown.json()).containsEntry("notify", List.of("owner@example.org"));
    assertThat(hook(shown)).containsOnlyKeys("id", "url", "fields");
    assertThat(hook(back)).isEqualTo(hook(shown));
    assertThat(back.header("etag")).isEqualTo("\"2\"");
  }

  @Test
  void change_needsTheVersionThatWasSeen() {
    put("\"0\"", ALL);
    List<String> before = house.fixture.dump();

    HttpCall blind = DeliveryHouse.owner("PUT" + SETTINGS, "contact").json(ALL);
    assertThat(house.send(blind).status()).isEqualTo(428);
    assertThat(put("\"0\"", ALL).status()).isEqualTo(412);
    assertThat(put("\"2\"", ALL).status()).isEqualTo(412);
    assertThat(house.fixture.dump()).isEqualTo(before);
  }

  @Test
  void everythingThatIsWrong_isNamedAtOnce_andNothingIsKept() {
    Reply reply =
        put(
            "\"0\"",
            Json.of(
                "notify",
                List.of("nobody", "a@example.org"),
                "role",
                "admin",
                "autoresponder",
                Json.of("subject", "two\nlines", "text", "", "replyTo", "x"),
                "webhooks",
                List.of(
                    Map.of("url", "https://169.254.169.254/"),
                    Map.of("url", "https://www.example.org/", "id", "unknown"),
                    Map.of("fields", "yes"))));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body())
        .contains(
            "\"/notify\"",
            "\"/autoresponder/subject\"",
            "\"/autoresponder/text\"",
            "\"/autoresponder/replyTo\"",
            "\"/webhooks/0/url\"",
            "\"/webhooks/1/id\"",
            "\"/webhooks/2/url\"",
            "\"/webhooks/2/fields\"",
            "not known here")
        .doesNotContain("169.254", "nobody");
    assertThat(house.fixture.dump()).isEmpty();
  }

  @Test
  void webhooks_areFiveAtMost() {
    Object six = Collections.nCopies(6, Map.of("url", "https://www.example.org/"));
    Object five = Collections.nCopies(5, Map.of("url", "https://www.example.org/"));

    assertThat(put("\"0\"", Json.of("webhooks", six)).status()).isEqualTo(422);
    assertThat(put("\"0\"", Json.of("webhooks", five)).status()).isEqualTo(200);
  }

  @Test
  void autoresponder_needsAFieldForAnAddress() {
    house.fixture.put("anything", Map.of("title", "Anything"));

    Reply reply = house.deliver("anything", Json.of("autoresponder", ALL.get("autoresponder")));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("\"/autoresponder\"");
  }

  @Test
  void rotation_keepsTheOldSecretForADay() {
    put("\"0\"", ALL);
    String id = String.valueOf(hook(show()).get("id"));

    Reply rotated = house.send(rotate(id));

    assertThat(rotated.status()).isEqualTo(200);
    assertThat(rotated.json())
        .containsEntry("oldSecretUntil", "2026-11-24T12:00:00Z")
        .containsEntry("id", id);
    assertThat(hook(show())).containsEntry("oldSecretUntil", "2026-11-24T12:00:00Z");
    assertThat(show().body()).doesNotContain("whsec_");
    house.clock.advance(Duration.ofHours(24));
    assertThat(hook(show())).doesNotContainKey("oldSecretUntil");
  }

  @Test
  void rotation_isDoneOnce_whenItsAnswerWasLost() {
    put("\"0\"", ALL);
    String id = String.valueOf(hook(show()).get("id"));

    Reply first = house.send(rotate(id).header("idempotency-key", "k1"));
    Reply again = house.send(rotate(id).header("idempotency-key", "k1"));
    Reply other = house.send(rotate(id).header("idempotency-key", "k1").json(Map.of("a", 1)));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(show().header("etag")).isEqualTo("\"2\"");
  }

  @Test
  void rotation_endsTheOldSecretAtOnce_whenSomebodyElseHasIt() {
    put("\"0\"", ALL);
    String id = String.valueOf(hook(show()).get("id"));

    Reply rotated = house.send(rotate(id).json(Map.of("endOld", true)));

    assertThat(rotated.status()).isEqualTo(200);
    assertThat(rotated.json()).doesNotContainKey("oldSecretUntil");
    assertThat(house.send(rotate("nothing")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /forms/{form}/delivery-settings",
        "PUT /forms/{form}/delivery-settings",
        "POST /forms/{form}/webhooks/{id}/secret",
        "GET /forms/{form}/deliveries",
        "GET /forms/{form}/deliveries/{id}",
        "POST /forms/{form}/deliveries/{id}/{part}"
      })
  void deliveries_areTheOwnersAlone(String route) {
    HttpCall call = HttpCall.of(route).path("form", "contact").path("id", "x").path("part", "y");
    assertThat(house.send(call).status()).isEqualTo(401);
    assertThat(house.send(call.as("m1").claim("groups", "[moderator]")).status()).isEqualTo(403);
    HttpCall unknown = DeliveryHouse.owner(route, "unknown").path("id", "x").path("part", "y");
    assertThat(house.send(unknown).status()).isEqualTo(404);
  }
}
