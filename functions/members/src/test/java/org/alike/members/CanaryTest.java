package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alike.kernel.Json;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.alike.testkit.StreamCall;
import org.junit.jupiter.api.Test;

/** What a person wrote appears in no log line, no problem and no key, when all goes well or not. */
class CanaryTest {
  private static final String CANARY = "canarysevenbonef";
  private final House house = new House();

  @Test
  void nothing_isLeaked_onTheWholeWayInAndOut() {
    House broken =
        house.over(FaultyDynamo.planned(EmbeddedDynamo.client(), n -> FaultyDynamo.Fault.BEFORE));
    var signup =
        house.submission(
            "email", CANARY + "@example.org",
            "displayName", CANARY,
            "conditions", CANARY,
            "symptoms", CANARY,
            "treatments", CANARY,
            "consent", CANARY);
    Throwable fault = catchThrowable(() -> broken.take(signup));
    String id = house.join(signup);
    String token = house.mail.lastToken();
    StreamCall changes = new StreamCall();
    EmbeddedDynamo.items(house.name).forEach(changes::inserted);
    house.log.addAll(changes.send(house.publisher).log());
    house.log.addAll(changes.send(house.mailer).log());
    house.log.addAll(
        EventCall.send(
                house.signIn,
                Json.of(
                    "request",
                    Json.of(
                        "userAttributes",
                        Json.of("email", CANARY + "@example.org", "email_verified", "true"))))
            .log());
    List<Reply> failures =
        new ArrayList<>(
            List.of(
                house.confirm(token),
                house.confirm(CANARY),
                broken.confirm(token),
                broken.send(HttpCall.of("GET /me").as(id)),
                house.send(HttpCall.of("GET /me").as(CANARY))));
    house.clock.advance(Duration.ofMinutes(2));
    house.take(signup);
    assertThat(house.dump()).anyMatch(item -> item.contains("words#") && item.contains(CANARY));
    failures.add(house.send(HttpCall.of("GET /vocabulary/unresolved").as(id)));
    failures.addAll(changes(id, house, broken));
    house.take(PostsTest.posted(id, 1, CANARY));
    assertThat(house.send(HttpCall.of("GET /me/export").as(id)).body()).contains(CANARY);
    house.send(HttpCall.of("GET /me/export").as(id).query("format", "fhir"));
    house.publish();
    Reply unresolved =
        house.send(HttpCall.of("GET /vocabulary/unresolved").as(id).claim("groups", "editor"));
    house.send(HttpCall.of("DELETE /me").as(id));
    house.publishAndHear();

    assertThat(house.bus.events()).hasSizeGreaterThan(1);
    assertThat(house.bus.events())
        .noneMatch(event -> (event.cause() + event.id() + event.entity()).contains(CANARY));
    assertThat(house.log).hasSizeGreaterThan(6);
    assertThat(house.log).noneMatch(line -> line.contains(CANARY) || line.contains(token));
    assertThat(broken.log).noneMatch(line -> line.contains(CANARY) || line.contains(token));
    assertThat(fault).hasMessageNotContaining(CANARY);
    assertThat(failures)
        .extracting(Reply::status)
        .containsExactly(410, 404, 503, 503, 404, 403, 422, 412, 428, 503, 409, 422, 422, 404, 400);
    assertThat(unresolved.body()).isEqualTo("{\"items\":[]}");
    assertThat(failures).noneMatch(reply -> reply.body().contains(CANARY));
    assertThat(house.dump()).noneMatch(item -> item.contains(CANARY));
  }

  /** Changes of the profile, told in every field, and refused in every way. */
  private static List<Reply> changes(String id, House house, House broken) {
    String full =
        """
        {"displayName":"%1$s","conditions":[{"typed":"%1$s","stage":"%1$s"}],"symptoms":[{"typed":"%1$s"}],
         "treatments":[{"typed":"%1$s","sideEffects":[{"typed":"%1$s"}]}],"region":"%1$s","about":"%1$s"}
        """
            .formatted(CANARY);
    String unfit =
        """
        {"%1$s":"%1$s","displayName":7,"conditions":[{"id":"%1$s","%1$s":1}],"sex":"%1$s","country":"%1$s",
         "region":"%1$s 1","languages":["%1$s"],"shown":{"about":"%1$s","%1$s":1},"wishes":{"%1$s":true}}
        """
            .formatted(CANARY);
    HttpCall decision = HttpCall.of("PUT /me/consents").as(id);
    List<Reply> failures =
        new ArrayList<>(
            List.of(
                house.send(patch(id, "\"1\"", unfit)),
                house.send(patch(id, "\"" + CANARY + "\"", full)),
                house.send(patch(id, "*", full)),
                broken.send(patch(id, "\"1\"", full))));
    assertThat(house.send(patch(id, "\"1\"", full)).status()).isEqualTo(200);
    house.send(decision.body("application/json", "{\"given\":false}"));
    failures.add(house.send(patch(id, "\"3\"", full)));
    failures.add(house.send(decision.body("application/json", "{\"given\":\"" + CANARY + "\"}")));
    failures.add(house.send(HttpCall.of("GET /me/export").as(id).query("format", CANARY)));
    failures.add(house.send(HttpCall.of("GET /members/{id}").as(id).path("id", CANARY)));
    failures.add(house.send(HttpCall.of("GET /me/export").as(id).query("cursor", CANARY)));
    return failures;
  }

  private static HttpCall patch(String id, String tag, String body) {
    return HttpCall.of("PATCH /me")
        .as(id)
        .header("if-match", tag)
        .body("application/merge-patch+json", body);
  }

  @Test
  void keys_showNoAddress() {
    house.take(
        house.submission("email", CANARY + "@example.org", "displayName", "x", "consent", "1"));

    assertThat(EmbeddedDynamo.items(house.name))
        .noneMatch(item -> String.valueOf(item.get("pk")).contains(CANARY))
        .noneMatch(item -> String.valueOf(item.get("sk")).contains(CANARY));
  }
}
