package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an erasure reaches, and what may get in its way. */
class ErasureTest {
  private static final String CANARY = "canary7b1f";
  private final House house = new House();
  private final String maria = house.member("Maria");

  @ParameterizedTest
  @CsvSource({",anonymise", "anonymise,anonymise", "remove,remove"})
  void event_tellsWhatIsToBecomeOfThePosts(String wanted, String told) {
    HttpCall call = HttpCall.of("DELETE /me").as(maria);

    List<DomainEvent> events =
        house.told(() -> house.send(wanted == null ? call : call.query("posts", wanted)));

    assertThat(events).extracting(DomainEvent::type).containsExactly("MemberErased");
    assertThat(events.get(0).data()).containsEntry("posts", told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "ANONYMISE", "anonymise,remove", "1"})
  void erasing_isRefused_whenNobodyKnowsWhatIsMeant(String posts) {
    List<String> before = house.dump();

    Reply reply = house.send(HttpCall.of("DELETE /me").as(maria).query("posts", posts));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void erasing_endsBlocksOnBothSides_andTellsIt() {
    String ben = house.member("Ben");
    String cem = house.member("Cem");
    block(maria, ben);
    block(cem, maria);

    List<DomainEvent> events = house.told(() -> erase(maria));

    assertThat(events)
        .extracting(event -> event.type() + " " + event.entity() + " " + event.version())
        .containsExactlyInAnyOrder(
            "MemberErased " + maria + " 2",
            "MembersReunited " + maria + "/" + ben + " 2",
            "MembersReunited " + cem + "/" + maria + " 2");
    assertThat(house.sortKeys()).noneMatch(key -> key.startsWith("tie#"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"BEFORE", "AFTER"})
  void everything_isErased_whereverItCrashed_withoutBeingAskedAgain(Fault fault) {
    boolean reached = true;
    for (int k = 0; reached; k++) {
      House any = new House();
      String member = any.member("Maria");
      fill(any, member, 130);
      AtomicInteger calls = new AtomicInteger();
      int failing = k;
      House crashing =
          any.over(
              FaultyDynamo.planned(
                  EmbeddedDynamo.client(),
                  n -> {
                    calls.set(n + 1);
                    return n == failing ? fault : Fault.NONE;
                  }));

      int status = crashing.send(HttpCall.of("DELETE /me").as(member)).status();
      any.publishAndHear();

      boolean gone = any.send(HttpCall.of("GET /me").as(member)).status() == 404;
      assertThat(gone || status == 503).as("call %d", k).isTrue();
      if (gone) {
        assertThat(any.sortKeys()).containsExactlyInAnyOrder("profile", "latest", "token");
        assertThat(any.dump()).noneMatch(item -> item.contains(CANARY));
      }
      reached = calls.get() > k;
    }
  }

  @Test
  void everythingOfTheMember_goes_howeverMuchItIs() {
    String ben = house.member("Ben");
    house.send(
        HttpCall.of("POST /members/{id}/introductions")
            .as(maria)
            .path("id", ben)
            .json(Json.of("note", CANARY)));
    house.send(
        HttpCall.of("POST /me/address")
            .as(maria)
            .json(Json.of("email", CANARY + "@example.org"))
            .header("idempotency-key", "k"));
    house.send(HttpCall.of("POST /confirmations").json(Json.of("email", "maria@example.org")));
    fill(house, maria, 350);

    assertThat(erase(maria).status()).isEqualTo(204);

    assertThat(house.dump())
        .noneMatch(item -> item.contains(CANARY) || item.contains("maria@example.org"));
    assertThat(house.dump()).filteredOn(item -> item.contains("member#" + maria)).hasSize(1);
    assertThat(house.send(HttpCall.of("GET /me/introductions").as(ben)).body())
        .isEqualTo("{\"items\":[]}");
  }

  @Test
  void nothing_bringsTheMemberBack_whateverComesInTheMiddle() throws Exception {
    String ben = house.member("Ben");
    fill(house, maria, 200);
    List<Callable<Integer>> calls = new ArrayList<>();
    calls.add(() -> HttpCall.of("DELETE /me").as(maria).send(house.members).status());
    for (int i = 0; i < 6; i++) {
      String address = "tardy" + i + "@example.org";
      calls.add(() -> put(ben, maria).send(house.members).status());
      calls.add(() -> put(maria, ben).send(house.members).status());
      calls.add(
          () ->
              HttpCall.of("POST /me/address")
                  .as(maria)
                  .json(Json.of("email", address))
                  .send(house.members)
                  .status());
      calls.add(
          () ->
              HttpCall.of("POST /members/{id}/introductions")
                  .as(ben)
                  .path("id", maria)
                  .json(Json.of("note", CANARY))
                  .send(house.members)
                  .status());
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Integer> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isNotEqualTo(500);
      }
    } finally {
      threads.shutdown();
    }

    assertThat(erase(maria).status()).isEqualTo(204);
    assertThat(house.dump()).noneMatch(item -> item.contains(CANARY) || item.contains("tardy"));
    assertThat(house.dump()).filteredOn(item -> item.contains("member#" + maria)).hasSize(1);
    assertThat(house.sortKeys()).noneMatch(key -> key.startsWith("tie#"));
  }

  @Test
  void erasingAgain_changesNothing() {
    erase(maria);
    List<String> before = house.dump();
    house.clock.advance(Duration.ofMinutes(1));

    assertThat(house.send(HttpCall.of("DELETE /me").as(maria).query("posts", "remove")).status())
        .isEqualTo(204);
    assertThat(house.dump()).isEqualTo(before);
  }

  /** Items as other parts of the feature keep them beside a member: any kind has to go. */
  private static void fill(House any, String member, int items) {
    for (int i = 0; i < items; i++) {
      Map<String, AttributeValue> item =
          Map.of(
              "pk", AttributeValue.fromS("member#" + member),
              "sk", AttributeValue.fromS("post#" + i),
              "text", AttributeValue.fromS(CANARY));
      EmbeddedDynamo.client().putItem(put -> put.tableName(any.name).item(item));
    }
  }

  private Reply erase(String member) {
    return house.send(HttpCall.of("DELETE /me").as(member));
  }

  private void block(String member, String other) {
    assertThat(house.send(put(member, other)).status()).isEqualTo(204);
  }

  private static HttpCall put(String member, String other) {
    return HttpCall.of("PUT /me/blocks/{id}").as(member).path("id", other);
  }
}
