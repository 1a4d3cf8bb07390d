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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PATCH /me}. */
class ProfileChangesTest {
  private final House house = new House();
  private final String id = house.join(house.maria());

  private Reply change(String tag, String patch) {
    return house.send(
        HttpCall.of("PATCH /me")
            .as(id)
            .header("if-match", tag)
            .body("application/merge-patch+json", patch));
  }

  private Map<String, Object> me() {
    return house.send(HttpCall.of("GET /me").as(id)).json();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"displayName\":\"\\u3164\"}",
        "{\"displayName\":\"Ma\\u2028ria\"}",
        "{\"displayName\":\"Ma\\u2029ria\"}",
        "{\"country\":\"\\u00df\"}"
      })
  void change_isRefused_whenANameLooksBlankOrALetterBecomesTwo(String patch) {
    assertThat(change("\"1\"", patch).status()).isEqualTo(422);
  }

  @Test
  void me_hasATag_andPrivateFieldsAtFirst() {
    Reply reply = house.send(HttpCall.of("GET /me").as(id));

    assertThat(reply.header("etag")).isEqualTo("\"1\"");
    assertThat(reply.json())
        .containsEntry("listed", "nobody")
        .containsEntry("visibility", "matching")
        .containsEntry(
            "wishes",
            Json.of("sex", false, "country", false, "language", false, "years", 0, "news", false))
        .containsEntry(
            "consent",
            Json.of("active", true, "version", "2026-11", "since", "2026-11-23T12:00:00Z"));
    assertThat(reply.json().get("shown"))
        .isEqualTo(
            Json.of(
                "displayName", "matching",
                "conditions", "matching",
                "symptoms", "matching",
                "treatments", "me",
                "birthYear", "matching",
                "sex", "me",
                "country", "me",
                "region", "me",
                "languages", "me",
                "about", "me"));
  }

  @Test
  void change_tellsDetails_andLeavesWhatWasNotSent() {
    Reply reply =
        change(
            "\"1\"",
            """
            {"conditions":[{"typed":"ALS","firstSymptoms":2019,"diagnosed":2020,"stage":"bulbar"}],
             "symptoms":[{"id":"muscle-weakness","severity":"moderate","since":2021},{"typed":"zingle"}],
             "treatments":[{"typed":"riluzole","use":"current","outcome":"no-change",
                            "sideEffects":[{"typed":"nausea"},{"typed":"blarg"}]}],
             "sex":"female","country":"de","region":"Bavaria","languages":["de","EN"],
             "about":"Hello\\nthere","shown":{"displayName":"members","conditions":"public"},
             "wishes":{"years":10,"news":true}}
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("etag")).isEqualTo("\"2\"");
    assertThat(reply.json()).isEqualTo(me());
    assertThat(reply.json())
        .containsEntry("displayName", "Maria")
        .containsEntry("birthYear", 1970)
        .containsEntry("country", "DE")
        .containsEntry("region", "Bavaria")
        .containsEntry("languages", List.of("de", "en"))
        .containsEntry("about", "Hello\nthere")
        .containsEntry("listed", "members")
        .containsEntry("visibility", "members")
        .containsEntry(
            "conditions",
            List.of(
                Json.of(
                    "id", "amyotrophic-lateral-sclerosis",
                    "name", "Amyotrophic Lateral Sclerosis",
                    "label", "Amyotrophic Lateral Sclerosis (ALS)",
                    "firstSymptoms", 2019,
                    "diagnosed", 2020,
                    "stage", "bulbar")));
    assertThat(part(reply, "symptoms"))
        .contains("\"severity\":\"moderate\",\"since\":2021")
        .doesNotContain("zingle");
    assertThat(part(reply, "treatments"))
        .contains(
            "\"use\":\"current\",\"outcome\":\"no-change\"",
            "\"sideEffects\":[{\"id\":\"nausea\",\"name\":\"Nausea\"},{\"typed\":\"blarg\"}]");
    assertThat(reply.json().get("unresolved"))
        .isEqualTo(
            Json.of(
                "conditions", List.of(),
                "symptoms", List.of(Json.of("typed", "zingle")),
                "treatments", List.of()));
    assertThat(house.dump())
        .filteredOn(item -> item.contains("words#"))
        .singleElement()
        .asString()
        .contains("zingle", "blarg")
        .doesNotContain("zorgle");
  }

  @Test
  void change_clearsByNull_andForgetsUnknownWords() {
    change("\"1\"", "{\"wishes\":{\"years\":10},\"shown\":{\"about\":\"public\"}}");

    Reply reply =
        change(
            "\"2\"",
            """
            {"birthYear":null,"symptoms":null,"wishes":null,"shown":{"about":null},
             "conditions":[{"id":"amyotrophic-lateral-sclerosis"}]}
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).doesNotContainKey("birthYear").containsEntry("symptoms", List.of());
    assertThat(part(reply, "wishes")).contains("\"years\":0");
    assertThat(part(reply, "shown")).contains("\"about\":\"me\"");
    assertThat(house.sortKeys()).filteredOn(key -> key.equals(id)).isEmpty();
  }

  @Test
  void change_isRefused_withoutTheVersionThatWasSeen() {
    List<String> before = house.dump();
    Reply none = house.send(HttpCall.of("PATCH /me").as(id).json(Json.of("displayName", "Other")));
    Reply any = change("*", "{\"displayName\":\"Other\"}");
    Reply weak = change("W/\"1\"", "{\"displayName\":\"Other\"}");
    Reply other = change("\"7\"", "{\"displayName\":\"Other\"}");

    assertThat(List.of(none, any, weak, other))
        .extracting(Reply::status)
        .containsExactly(428, 428, 412, 412);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void change_isStale_onceAnotherOneCame_butARepeatIsAnsweredAsItWas() {
    Reply first = change("\"1\"", "{\"displayName\":\"Mia\"}");

    Reply repeat = change("\"1\"", "{\"displayName\":\"Mia\"}");
    Reply stale = change("\"1\"", "{\"displayName\":\"Other\"}");

    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(stale.status()).isEqualTo(412);
    assertThat(me()).containsEntry("displayName", "Mia").containsEntry("version", 2);
  }

  @Test
  void change_makesNoVersion_whenItMakesNoDifference() {
    assertThat(change("\"1\"", "{\"displayName\":\"Maria\"}").header("etag")).isEqualTo("\"1\"");
  }

  @Test
  void everyBrokenRule_isNamed_andNothingIsWritten() {
    List<String> before = house.dump();

    Reply reply =
        change(
            "\"1\"",
            """
            {"email":"x@example.org","version":7,"displayName":"","conditions":[],
             "symptoms":[{"id":"no-such"},{},{"id":"nausea","typed":"nausea"},{"typed":"pain","severity":"much"},
                         {"id":"nausea"},{"typed":"nausea"}],
             "treatments":[{"typed":"riluzole","sideEffects":[{"id":"riluzole"}],"dose":"100 mg"}],
             "birthYear":2015,"sex":"x","country":"XX","region":"80331 Munich","languages":["xx"],
             "about":7,"shown":{"about":"friends","email":"public"},"wishes":{"years":3,"sex":1}}
            """);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(errors(reply))
        .containsExactlyInAnyOrder(
            " unknown",
            " unknown",
            "/displayName required",
            "/conditions required",
            "/symptoms/0/id choice",
            "/symptoms/1/id required",
            "/symptoms/2/typed required",
            "/symptoms/3/severity choice",
            "/symptoms/5/typed duplicate",
            "/treatments/0/sideEffects/0/id choice",
            "/treatments/0 unknown",
            "/birthYear TOO_YOUNG",
            "/sex choice",
            "/country choice",
            "/region digits",
            "/languages choice",
            "/about type",
            "/shown/about choice",
            "/shown unknown",
            "/wishes/years range",
            "/wishes/sex type");
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void ambiguousWords_areAskedBack_untilTheyAreToBeKept() {
    Reply asked = change("\"1\"", "{\"conditions\":[{\"typed\":\"diabetes\"}]}");
    Reply kept = change("\"1\"", "{\"conditions\":[{\"typed\":\"diabetes\",\"asTyped\":true}]}");

    assertThat(errors(asked)).containsExactly("/conditions/0/typed AMBIGUOUS");
    assertThat(asked.body()).contains("Type 2");
    assertThat(kept.status()).isEqualTo(200);
    assertThat(part(kept, "unresolved")).contains("\"typed\":\"diabetes\"");
    assertThat(house.sortKeys()).filteredOn(key -> key.equals(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2010, 200", "2011, 422", "2026, 422", "2027, 422", "1899, 422", "1900, 200"})
  void birthYear_isTaken_fromTheYearOfTheSixteenthBirthdayOn(int year, int status) {
    assertThat(change("\"1\"", "{\"birthYear\":" + year + "}").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | {} | 415",
        "application/json | [] | 400",
        "application/json | {} | 200"
      })
  void body_mustBeAJsonObject(String type, String body, int status) {
    HttpCall call = HttpCall.of("PATCH /me").as(id).header("if-match", "\"1\"");
    assertThat(house.send(call.body(type, body)).status()).isEqualTo(status);
  }

  @Test
  void erasedMember_changesNothing() {
    house.send(HttpCall.of("DELETE /me").as(id));
    List<String> before = house.dump();

    assertThat(change("\"2\"", "{\"displayName\":\"Back\"}").status()).isEqualTo(404);
    assertThat(house.dump()).isEqualTo(before);
  }

  private static String part(Reply reply, String name) {
    return Json.write(Json.of(name, reply.json().get(name)));
  }

  private static List<String> errors(Reply reply) {
    List<?> errors = reply.json().get("errors") instanceof List<?> list ? list : List.of();
    return errors.stream()
        .flatMap(error -> Json.asObject(error).stream())
        .map(error -> error.get("pointer") + " " + error.get("code"))
        .toList();
  }
}
