package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private final House house = new House();
  private final String maria = house.member("Maria");
  private final String ben = house.member("Ben");
  private final BlockStore store =
      new DynamoBlockStore(new DynamoTable(EmbeddedDynamo.client(), house.name, house.clock));

  @Test
  void block_holdsForBoth_andIsListedByTheBlockerOnly() {
    assertThat(block(maria, ben).status()).isEqualTo(204);

    assertThat(store.between(maria, ben).parts()).isTrue();
    assertThat(store.between(ben, maria).parts()).isTrue();
    assertThat(items(maria))
        .containsExactly(
            Json.of("id", ben, "displayName", "Ben", "since", house.clock.instant().toString()));
    assertThat(items(ben)).isEmpty();
  }

  @Test
  void blockedMember_hasNoName_whileTheyBlockTheBlockerToo() {
    String shy =
        house.join(
            house.submission(
                "email", "shy@example.org",
                "displayName", "Shy",
                "conditions", "ALS",
                "consent", "2026-11"));
    block(ben, maria);
    block(maria, ben);
    block(maria, shy);

    assertThat(items(maria)).hasSize(2).allMatch(item -> !item.containsKey("displayName"));
    assertThat(items(ben)).allMatch(item -> !item.containsKey("displayName"));
    unblock(ben, maria);
    assertThat(items(maria))
        .filteredOn(item -> ben.equals(item.get("id")))
        .allMatch(item -> "Ben".equals(item.get("displayName")));
  }

  @Test
  void card_isNobodys_asLongAsEitherHasBlockedTheOther() {
    block(maria, ben);

    assertThat(card(maria, ben).status()).isEqualTo(404);
    assertThat(card(ben, maria).status()).isEqualTo(404);
    unblock(maria, ben);
    assertThat(card(maria, ben).status()).isEqualTo(200);
  }

  @Test
  void block_isInTheCopyOfTheBlockerOnly() {
    block(maria, ben);

    assertThat(export(maria)).contains("\"blocks\":[{\"id\":\"" + ben);
    assertThat(export(ben)).contains("\"blocks\":[]").doesNotContain(maria);
  }

  @Test
  void block_isToldOnce_howeverOftenItIsAsked() {
    List<DomainEvent> first = house.told(() -> block(maria, ben));
    List<DomainEvent> second = house.told(() -> block(maria, ben));

    assertThat(first).extracting(DomainEvent::type).containsExactly("MembersParted");
    assertThat(first.get(0).entity()).isEqualTo(maria + "/" + ben);
    assertThat(first.get(0).data()).isEqualTo(Json.of("blocker", maria, "blocked", ben));
    assertThat(second).isEmpty();
  }

  @Test
  void versions_grow_alsoAfterUnblocking() {
    List<DomainEvent> told = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      told.addAll(house.told(() -> block(maria, ben)));
      told.addAll(house.told(() -> unblock(maria, ben)));
    }

    assertThat(told)
        .extracting(event -> event.type() + " " + event.version())
        .containsExactly(
            "MembersParted 1", "MembersReunited 2", "MembersParted 3", "MembersReunited 4");
    assertThat(store.between(ben, maria).parts()).isFalse();
  }

  @Test
  void unblocking_endsOnesOwnBlockOnly() {
    block(maria, ben);
    block(ben, maria);

    List<DomainEvent> told = house.told(() -> unblock(maria, ben));

    assertThat(told)
        .extracting(event -> event.type() + " " + event.entity())
        .containsExactly("MembersReunited " + maria + "/" + ben);
    assertThat(store.between(maria, ben).parts()).isTrue();
    assertThat(items(ben)).hasSize(1);
  }

  @Test
  void blocks_ofBothAtOnce_bothHold() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> call("PUT", maria, ben).send(house.members).status());
      calls.add(() -> call("PUT", ben, maria).send(house.members).status());
    }
    try {
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(204);
      }
    } finally {
      threads.shutdown();
    }

    Tie tie = store.between(maria, ben);
    assertThat(tie).isEqualTo(new Tie(ben, true, true, 1, 2, tie.since()));
    assertThat(store.between(ben, maria).partings()).isEqualTo(2);
  }

  @Test
  void block_findsNobody_whenTheOtherIsUnknownOrErased() {
    house.send(HttpCall.of("DELETE /me").as(ben));
    List<String> before = house.dump();

    assertThat(block(maria, ben).status()).isEqualTo(404);
    assertThat(unblock(maria, ben).status()).isEqualTo(404);
    assertThat(block(maria, "0199b0a0-0000-7000-8000-0000000000aa").status()).isEqualTo(404);
    assertThat(block(maria, "tie#x").status()).isEqualTo(404);
    assertThat(block(ben, maria).status()).isEqualTo(404);
    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void block_isRefused_whenItIsOfOneself() {
    assertThat(block(maria, maria).status()).isEqualTo(422);
  }

  @Test
  void list_goesOnWhereItEnded_andItsCursorIsOnesOwn() {
    List<String> others = List.of(ben, house.member("Cem"), house.member("Dana"));
    others.forEach(other -> block(maria, other));

    Reply first = house.send(HttpCall.of("GET /me/blocks").as(maria).query("limit", "2"));
    String next = String.valueOf(first.json().get("next"));
    Reply second = house.send(HttpCall.of("GET /me/blocks").as(maria).query("cursor", next));
    Reply stolen = house.send(HttpCall.of("GET /me/blocks").as(ben).query("cursor", next));

    List<Object> ids = new ArrayList<>();
    items(first).forEach(item -> ids.add(item.get("id")));
    items(second).forEach(item -> ids.add(item.get("id")));
    assertThat(ids).containsExactlyInAnyOrderElementsOf(others);
    assertThat(second.json()).doesNotContainKey("next");
    assertThat(stolen.status()).isEqualTo(400);
  }

  private Reply card(String member, String other) {
    return house.send(HttpCall.of("GET /members/{id}").as(member).path("id", other));
  }

  private String export(String member) {
    return house.send(HttpCall.of("GET /me/export").as(member)).body();
  }

  private Reply block(String member, String other) {
    return house.send(call("PUT", member, other));
  }

  private Reply unblock(String member, String other) {
    return house.send(call("DELETE", member, other));
  }

  private static HttpCall call(String method, String member, String other) {
    return HttpCall.of(method + " /me/blocks/{id}").as(member).path("id", other);
  }

  private List<Map<String, Object>> items(String member) {
    return items(house.send(HttpCall.of("GET /me/blocks").as(member)));
  }

  private static List<Map<String, Object>> items(Reply reply) {
    return ((List<?>) reply.json().getOrDefault("items", List.of()))
        .stream().map(item -> Json.asObject(item).orElseThrow()).toList();
  }
}
