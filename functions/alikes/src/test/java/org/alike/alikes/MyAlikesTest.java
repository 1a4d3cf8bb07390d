package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.DIABETES;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MyAlikesTest {
  private static final String ME = "me";

  @Test
  void list_putsWhoSharesTheRarestFirst_andSaysWhy() {
    World world =
        World.of(
            Stream.concat(
                Stream.of(
                    member(ME, ALS).symptoms("trouble-swallowing").treatments("riluzole"),
                    member("twin", ALS).symptoms("trouble-swallowing").treatments("riluzole"),
                    member("near", ALS).symptoms("choking")),
                IntStream.range(0, 12).mapToObj(n -> member(id(n), ALS).treatments("riluzole"))));

    Reply reply = world.alikesFor(ME);

    assertThat(reply.json()).containsEntry("considered", 14);
    List<Map<String, Object>> items = World.items(reply.json(), "items");
    assertThat(World.listed(reply)).startsWith("twin").hasSize(14).doesNotContain(ME);
    assertThat(items.get(0)).containsEntry("score", 100);
    assertThat(items.get(0))
        .extracting("member")
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("id", "twin")
        .containsEntry("displayName", "Name of twin")
        .containsOnlyKeys("id", "displayName", "conditions", "symptoms", "treatments");
    assertThat(items.get(0).get("shared"))
        .isEqualTo(
            List.of(
                why("symptom", "trouble-swallowing", "Trouble swallowing", "fewer than 11 of us"),
                why("treatment", "riluzole", "Riluzole", "most of us"),
                why("condition", ALS, "Amyotrophic Lateral Sclerosis", "most of us")));
  }

  @Test
  void shared_namesTheMoreGeneralThing_whenTheOthersIsAnotherKindOfIt() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS).symptoms("trouble-swallowing"),
                member("near", ALS).symptoms("painful-swallowing")));

    List<Map<String, Object>> items = World.items(world.alikesFor(ME).json(), "items");

    assertThat(String.valueOf(items.get(0).get("shared"))).contains("swallowing-problems");
    assertThat(String.valueOf(items.get(0).get("shared")))
        .doesNotContain("neurological", "painful");
  }

  @Test
  void rarity_isInWords_whenElevenOrMoreHaveIt() {
    Stream<Members> others =
        IntStream.range(0, 99)
            .mapToObj(n -> n < 10 ? member(id(n), ALS).symptoms("fatigue") : member(id(n), ALS));
    World world = World.of(Stream.concat(Stream.of(member(ME, ALS).symptoms("fatigue")), others));

    Reply reply = world.alikesFor(ME, "limit", "1");

    assertThat(reply.body()).contains("1 in 9 of us");
  }

  @Test
  void rarity_saysRare_onlyAmongTenTimesAsMany() {
    Stream<Members> others = IntStream.range(0, 120).mapToObj(n -> member(id(n), ALS));
    Members me = member(ME, ALS).symptoms("fatigue");
    Members twin = member("twin", ALS).symptoms("fatigue");
    World world = World.of(Stream.concat(Stream.of(me, twin), others));

    assertThat(world.alikesFor(ME, "limit", "1").body()).contains("rare: fewer than 11 of us");
  }

  @Test
  void list_leavesOutWhoIsSeenByNobody_butConsidersThem() {
    World world =
        World.of(
            Stream.concat(
                Stream.of(member(ME, ALS)),
                IntStream.range(0, 14)
                    .mapToObj(n -> member(id(n), ALS).seenBy(n < 11 ? "matching" : "members"))));

    Reply reply = world.alikesFor(ME);

    assertThat(reply.json()).containsEntry("considered", 14);
    assertThat(World.listed(reply)).hasSize(3);
    assertThat(reply.body()).doesNotContain(id(0));
  }

  @Test
  void considered_tellsOnlyWhomTheCallerSees_whenTheGroupIsSmall() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS),
                member("seen", ALS),
                member("unseen", ALS).seenBy("matching"),
                member("hidden", ALS).seenBy("matching")));

    assertThat(world.alikesFor(ME).json()).containsEntry("considered", 1);
    assertThat(world.alikesFor(ME, "sex", "male").json()).containsEntry("considered", 1);
  }

  @Test
  void list_considersAllOfOnesConditions_eachPersonOnce() {
    World world =
        World.of(
            Stream.of(
                member(ME, T2D, MIGRAINE),
                member("both", MIGRAINE, T2D),
                member("one", T2D),
                member("other", MIGRAINE),
                member("neither", ALS)));

    assertThat(World.listed(world.alikesFor(ME))).containsExactly("both", "one", "other");
    assertThat(World.listed(world.alikesFor(ME, "condition", ALS))).containsExactly("neither");
    assertThat(World.listed(world.alikesFor("one", "condition", DIABETES)))
        .containsExactlyInAnyOrder(ME, "both");
  }

  @Test
  void answer_asksToComeBack_whenTheCallersConfirmationHasNotArrived() {
    Reply reply = new World().alikesFor(ME);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("retry-after")).isEqualTo("1");
  }

  @Test
  void answer_is403_whenTheCallerHasLeft() {
    World world = World.of(Stream.of(member(ME, ALS), member("other", ALS)));
    world.hear(member(ME).erased(2));

    assertThat(world.alikesFor(ME).status()).isEqualTo(403);
    assertThat(World.listed(world.alikesFor("other"))).isEmpty();
  }

  @Test
  void answer_is401Or403_whenTheCallerIsNoMember() {
    assertThat(new World().send(HttpCall.of("GET /me/alikes")).status()).isEqualTo(401);
    assertThat(new World().send(HttpCall.of("GET /me/alikes").claim("sub", "x")).status())
        .isEqualTo(403);
  }

  @Test
  void log_holdsNothingOfAnybody() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS).symptoms("fatigue"),
                member("other", ALS).symptoms("fatigue").with("displayName", "Canary")));

    Reply reply = world.alikesFor(ME, "symptom", "fatigue", "condition", ALS);

    assertThat(reply.body()).contains("Canary");
    assertThat(reply.log().toString()).doesNotContain("Canary", "fatigue", ALS, "other");
  }

  private static Map<String, Object> why(String kind, String id, String name, String rarity) {
    return Map.of("kind", kind, "id", id, "name", name, "rarity", rarity);
  }
}
