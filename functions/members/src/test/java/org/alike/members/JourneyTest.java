package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.alike.testkit.StreamCall;
import org.junit.jupiter.api.Test;

/** The way from a signup to a member and out again, through the feature's own functions. */
class JourneyTest {
  private final House house = new House();

  @Test
  void signup_becomesAMember_whenTheLetterIsConfirmed() {
    house.take(house.maria());
    house.sweep();
    Reply page =
        house.send(HttpCall.of("GET /confirmations/{token}").path("token", house.mail.lastToken()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(house.memberIds()).isEmpty();

    Reply reply = house.confirm(house.mail.lastToken());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(house.memberIds()).hasSize(1);
    Reply me = house.send(HttpCall.of("GET /me").as(house.memberIds().get(0)));
    assertThat(me.json())
        .containsEntry("displayName", "Maria")
        .containsEntry("email", "maria@example.org")
        .containsEntry("birthYear", 1970)
        .containsEntry("visibility", "matching")
        .containsEntry("version", 1)
        .containsEntry(
            "conditions",
            List.of(
                Map.of(
                    "id", "amyotrophic-lateral-sclerosis",
                    "name", "Amyotrophic Lateral Sclerosis",
                    "label", "Amyotrophic Lateral Sclerosis (ALS)")))
        .containsEntry(
            "unresolved",
            Map.of(
                "conditions", List.of(Map.of("typed", "zorgle")),
                "symptoms", List.of(),
                "treatments", List.of()))
        .doesNotContainKeys("sex", "country", "diagnosedYear");
  }

  @Test
  void publisher_tellsOfTheMember_withoutTheAddressOrUnknownWords() {
    String id = house.join(house.maria());
    publishWholeTable();

    assertThat(house.bus.events()).hasSize(1);
    DomainEvent event = house.bus.events().get(0);
    assertThat(event.type()).isEqualTo("MemberChanged");
    assertThat(event.entity()).isEqualTo(id);
    assertThat(event.version()).isEqualTo(1);
    assertThat(event.data())
        .containsEntry("memberId", id)
        .containsEntry("conditions", List.of("amyotrophic-lateral-sclerosis"))
        .containsEntry("visibility", "matching")
        .containsEntry("birthYear", 1970);
    assertThat(Json.write(event.toJson())).doesNotContain("example.org", "zorgle");
  }

  @Test
  void erasing_leavesOnlyATombstoneAndIsTold_andMayBeRepeated() {
    String id = house.join(house.maria());

    Reply first = house.send(HttpCall.of("DELETE /me").as(id));
    Reply second = house.send(HttpCall.of("DELETE /me").as(id));
    Reply me = house.send(HttpCall.of("GET /me").as(id));

    assertThat(first.status()).isEqualTo(204);
    assertThat(second.status()).isEqualTo(204);
    assertThat(me.status()).isEqualTo(404);
    assertThat(house.dump())
        .noneMatch(item -> item.matches("(?is).*(maria|example\\.org|lateral|zorgle|1970).*"));
    assertThat(house.sortKeys()).containsExactlyInAnyOrder("profile", "latest", "token");
    publishWholeTable();
    assertThat(house.bus.events()).extracting(DomainEvent::type).containsExactly("MemberErased");
    assertThat(house.bus.events().get(0).version()).isEqualTo(2);
  }

  @Test
  void signIn_namesTheMember_whenTheVerifiedAddressIsTheirs() {
    String id = house.join(house.maria());

    assertThat(signIn("MARIA@example.org", "true")).contains("\"member_id\":\"" + id + "\"");
    assertThat(signIn("maria@example.org", "false")).doesNotContain("member_id");
    assertThat(signIn("other@example.org", "true")).doesNotContain("member_id");
    assertThat(signIn("mar\u0131a@example.org", "true")).doesNotContain("member_id");
    assertThat(signIn("\uFF4Daria@example.org", "true")).doesNotContain("member_id");
  }

  private String signIn(String email, String verified) {
    Map<String, Object> event =
        Json.of(
            "version",
            "2",
            "triggerSource",
            "TokenGeneration_HostedAuth",
            "request",
            Json.of("userAttributes", Json.of("email", email, "email_verified", verified)),
            "response",
            Json.of());
    return EventCall.send(house.signIn, event).output();
  }

  private void publishWholeTable() {
    StreamCall call = new StreamCall();
    EmbeddedDynamo.items(house.name).forEach(call::inserted);
    assertThat(call.send(house.publisher).output()).isEqualTo("{\"batchItemFailures\":[]}");
  }
}
