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
  private static final String CANARY = "canary7b1f";
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
    Reply unresolved =
        house.send(HttpCall.of("GET /vocabulary/unresolved").as(id).claim("groups", "editor"));
    house.send(HttpCall.of("DELETE /me").as(id));

    assertThat(house.log).hasSizeGreaterThan(6);
    assertThat(house.log).noneMatch(line -> line.contains(CANARY) || line.contains(token));
    assertThat(broken.log).noneMatch(line -> line.contains(CANARY) || line.contains(token));
    assertThat(fault).hasMessageNotContaining(CANARY);
    assertThat(failures).extracting(Reply::status).containsExactly(410, 404, 503, 503, 404, 403);
    assertThat(unresolved.body()).isEqualTo("{\"items\":[]}");
    assertThat(failures).noneMatch(reply -> reply.body().contains(CANARY));
    assertThat(house.dump()).noneMatch(item -> item.contains(CANARY));
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
