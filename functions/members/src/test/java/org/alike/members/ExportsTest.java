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

class ExportsTest {
  private final House house = new House();
  private final String id = house.join(house.maria());

  @Test
  void export_holdsEverything_wordsAsTypedToo() {
    Reply reply = house.send(HttpCall.of("GET /me/export").as(id));

    Map<String, Object> me = house.send(HttpCall.of("GET /me").as(id)).json();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-disposition"))
        .isEqualTo("attachment; filename=\"alike-export.json\"");
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.json())
        .isEqualTo(
            Json.of(
                "format",
                "alike-export/1",
                "exported",
                "2026-11-23T12:00:00Z",
                "account",
                Json.of(
                    "id", id,
                    "email", "maria@example.org",
                    "joined", "2026-11-23T12:00:00Z",
                    "changed", "2026-11-23T12:00:00Z"),
                "profile",
                me,
                "consents",
                List.of(
                    Json.of(
                        "number", 1,
                        "action", "given",
                        "version", "2026-11",
                        "at", "2026-11-23T12:00:00Z")),
                "blocks",
                List.of(),
                "introductions",
                List.of(),
                "addressChange",
                List.of(),
                "posts",
                List.of()));
    assertThat(reply.body()).contains("zorgle");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,               '',   200, application/json",
    "application/fhir+json,          '',   200, application/fhir+json",
    "'text/html, application/fhir+json;q=0.5', '', 200, application/fhir+json",
    "*/*,                            '',   200, application/json",
    "application/json,               fhir, 200, application/fhir+json",
    "application/fhir+json,          json, 200, application/json",
    "application/json,               pdf,  422, application/problem+json"
  })
  void form_isTheOneAskedFor(String accept, String format, int status, String type) {
    Reply reply =
        house.send(
            HttpCall.of("GET /me/export").as(id).header("accept", accept).query("format", format));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("content-type")).startsWith(type);
  }

  @Test
  void erasedMember_getsNothing() {
    house.send(HttpCall.of("DELETE /me").as(id));

    assertThat(house.send(HttpCall.of("GET /me/export").as(id)).status()).isEqualTo(404);
    assertThat(house.send(HttpCall.of("GET /me/export")).status()).isEqualTo(401);
  }
}
