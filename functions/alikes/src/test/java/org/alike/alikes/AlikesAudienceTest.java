package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MND;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.testkit.HttpCall;
import org.junit.jupiter.api.Test;

/** Who sees what somebody shows to the own Alikes: who shares a condition, not a broad category. */
class AlikesAudienceTest {
  private static final String ME = "me";
  private static final String CATEGORY = "neurological-conditions";

  @Test
  void fields_areNotShown_whenTheCallerHasOnlyTheCategoryAbove() {
    World world = world(CATEGORY, "members");

    assertThat(World.listed(world.alikesFor(ME, "condition", ALS))).isNotEmpty();
    assertThat(world.alikesFor(ME, "condition", ALS).body()).doesNotContain("choking");
    assertThat(world.alikeOf(ME, uuid(1), "condition", ALS).body())
        .contains(uuid(1))
        .doesNotContain("choking");
    assertThat(insights(world)).doesNotContain("choking");
  }

  @Test
  void members_areNotListed_whenTheCallerHasOnlyTheCategoryAbove() {
    World world = world(CATEGORY, "alikes");

    assertThat(World.listed(world.alikesFor(ME, "condition", ALS))).isEmpty();
    assertThat(World.listed(world.alikesFor(ME))).isEmpty();
    assertThat(world.alikeOf(ME, uuid(1), "condition", ALS).status()).isEqualTo(404);
    assertThat(insights(world)).contains("\"considered\":0");
  }

  @Test
  void fields_areShown_whenTheCallerHasTheGroupOfConditionsAbove() {
    World world = world(MND, "alikes");

    assertThat(World.listed(world.alikesFor(ME, "condition", ALS))).isNotEmpty();
    assertThat(world.alikeOf(ME, uuid(1), "condition", ALS).body()).contains("choking");
    assertThat(insights(world)).contains("choking");
  }

  private static World world(String own, String card) {
    Map<String, String> shown =
        Map.of("displayName", card, "conditions", card, "symptoms", "alikes");
    Stream<Members> others =
        IntStream.range(0, 40)
            .mapToObj(n -> member(uuid(n), ALS).symptoms("choking").with("shown", shown));
    return World.of(Stream.concat(Stream.of(member(ME, own).symptoms("choking")), others));
  }

  private static String insights(World world) {
    return world.send(HttpCall.of("GET /me/insights").as(ME), "condition", ALS).body();
  }

  private static String uuid(int number) {
    return "019ab1c2-8000-7000-8000-%012d".formatted(number);
  }
}
