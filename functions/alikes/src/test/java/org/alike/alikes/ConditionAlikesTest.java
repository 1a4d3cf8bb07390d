package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionAlikesTest {
  @Test
  void answer_hasTheExactCount_whenThereAreThirteen() {
    Reply reply = World.of(people(0, 13, ALS)).alikesOf(ALS);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .containsEntry("count", 13)
        .containsEntry("countLabel", "13 Alikes with ALS")
        .containsEntry("title", "13 Alikes with Amyotrophic Lateral Sclerosis (ALS)")
        .doesNotContainKeys("atLeast", "next")
        .containsEntry(
            "condition",
            Map.of(
                "slug", ALS,
                "name", "Amyotrophic Lateral Sclerosis",
                "shortName", "ALS",
                "label", "Amyotrophic Lateral Sclerosis (ALS)"));
  }

  @Test
  void items_areThePublicCardsAndNothingElseOfThem() {
    Stream<Members> mixed =
        IntStream.range(0, 12)
            .mapToObj(
                number ->
                    member(id(number), ALS)
                        .symptoms("fatigue")
                        .with("birthYear", 1970)
                        .with("sex", "female")
                        .with("country", "AT")
                        .seenBy(number < 2 ? "public" : number < 7 ? "members" : "matching"));

    Reply reply = World.of(mixed).alikesOf(ALS);

    assertThat(World.items(reply.json(), "items")).containsExactly(card(id(1)), card(id(0)));
  }

  @Test
  void pages_giveEachCardOnce_whileOthersJoin() {
    World world = World.of(people(0, 25, ALS).map(one -> one.seenBy("public")));
    List<Object> seen = new ArrayList<>();
    Map<String, Object> page = world.alikesOf(ALS, "limit", "10").json();
    World.items(page, "items").forEach(card -> seen.add(card.get("id")));
    int joining = 100;

    while (page.get("next") instanceof String next) {
      world.hear(member(id(joining++), ALS).seenBy("public").changed(1));
      page = world.alikesOf(ALS, "limit", "10", "cursor", next).json();
      World.items(page, "items").forEach(card -> seen.add(card.get("id")));
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-condition", "als", "neurological-conditions", "../me", "\u0000"})
  void answer_is404_whenThereIsNoSuchCommunity(String slug) {
    Reply reply = new World().alikesOf(slug);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.body()).doesNotContain(slug);
  }

  @Test
  void answer_is400_whenABitOfTheCursorIsFlippedOrItIsOfAnotherList() {
    World world =
        World.of(
            Stream.concat(
                people(0, 20, ALS).map(one -> one.seenBy("public")), people(50, 20, T2D)));
    String cursor = String.valueOf(world.alikesOf(ALS, "limit", "2").json().get("next"));
    assertThat(world.alikesOf(ALS, "cursor", cursor).status()).isEqualTo(200);

    assertThat(world.alikesOf(T2D, "cursor", cursor).status()).isEqualTo(400);
    for (int at = 0; at < cursor.length() - 1; at++) {
      char flipped = cursor.charAt(at) == 'A' ? 'B' : 'A';
      String broken = cursor.substring(0, at) + flipped + cursor.substring(at + 1);
      assertThat(world.alikesOf(ALS, "cursor", broken).status()).isEqualTo(400);
    }
  }

  @Test
  void answer_is400_whenTheCursorIsWrong_evenOfASmallGroup() {
    assertThat(new World().alikesOf(ALS, "cursor", "AAAA").status()).isEqualTo(400);
  }

  @Test
  void answer_is405_whenTheMethodIsAnother() {
    HttpCall call = HttpCall.of("ANY /conditions/{slug}/alikes").path("slug", ALS).method("POST");

    Reply reply = new World().send(call);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("GET");
  }

  private static Map<String, Object> card(String id) {
    return Map.of(
        "id", id, "displayName", "Name of " + id, "country", "AT", "conditions", List.of(als()));
  }

  private static Map<String, Object> als() {
    return Map.of(
        "id", ALS,
        "name", "Amyotrophic Lateral Sclerosis",
        "label", "Amyotrophic Lateral Sclerosis (ALS)");
  }

  private static Stream<Members> people(int from, int many, String condition) {
    return IntStream.range(from, from + many).mapToObj(number -> member(id(number), condition));
  }
}
