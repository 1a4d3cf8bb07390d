package org.alike.alikes;

import static org.alike.alikes.Adversary.told;
import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

/** Groups here have 16 to 25 or 31 to 40 people, which are about 20 and about 35 by any key. */
class MyInsightsTest {
  private static final String ME = "me";
  private final World world = new World();
  private int people;

  MyInsightsTest() {
    world.hear(member(ME, ALS).symptoms("fatigue", "choking").changed(1));
  }

  @Test
  void answer_tellsWhatHelpedPeopleLikeMe() {
    join(18, one -> treated(one, "riluzole", "helped"));
    join(16, one -> treated(one, "riluzole", "worse"));
    join(20, one -> one.symptoms("fatigue"));

    Map<String, Object> answer = insights().json();

    assertThat(answer)
        .containsEntry("basis", "like-me")
        .containsEntry("considered", 54)
        .doesNotContainKeys("capped", "condition");
    assertThat(told(answer, "treatments", "riluzole"))
        .containsEntry("n", 35)
        .containsEntry("answered", 40)
        .containsEntry("disagreement", 1.0);
    assertThat(String.valueOf(answer.get("method")))
        .startsWith("We counted what the 54 people most like you show to their Alikes; numbers");
  }

  @Test
  void answer_countsTheHundredMostAlike() {
    join(100, one -> one.symptoms("fatigue", "choking").treatments("riluzole"));
    join(60, one -> one.treatments("bipap"));

    Map<String, Object> answer = insights().json();

    assertThat(answer).containsEntry("considered", 100);
    assertThat(World.items(answer, "treatments"))
        .extracting(treatment -> treatment.get("id"))
        .containsExactly("riluzole");
  }

  @Test
  void answer_countsNothingThatIsNotShown() {
    Map<String, String> shown = Map.of("displayName", "members", "conditions", "members");
    join(40, one -> treated(one, "riluzole", "helped").with("shown", shown));

    assertThat(insights().json())
        .containsEntry("considered", 40)
        .containsEntry("treatments", List.of())
        .containsEntry("withheld", true);
  }

  @Test
  void answer_countsNobodyWhoIsHiddenOrBlocked_eitherWay() {
    join(20, one -> one.seenBy("matching").treatments("riluzole"));
    join(40, one -> one.treatments("riluzole"));
    IntStream.range(20, 40).forEach(n -> world.hear(member(ME).parted(id(n), 1)));
    IntStream.range(40, 59).forEach(n -> world.hear(member(id(n)).parted(ME, 1)));

    assertThat(insights().json())
        .containsEntry("considered", 1)
        .containsEntry("treatments", List.of());
  }

  @Test
  void answer_isTheSame_whoeverOfAnotherAudienceHasAskedBefore() {
    Map<String, String> shown =
        Map.of("displayName", "members", "conditions", "members", "treatments", "alikes");
    join(40, one -> treated(one, "riluzole", "helped").with("shown", shown));
    world.hear(member("stranger", MIGRAINE).changed(1));
    HttpCall stranger = HttpCall.of("GET /me/insights").as("stranger");

    assertThat(world.send(stranger, "condition", ALS).body()).doesNotContain("riluzole");
    assertThat(told(insights().json(), "treatments", "riluzole")).containsEntry("answered", 35);
  }

  @Test
  void answer_isOfOneCondition_whenItIsAskedFor() {
    world.hear(member(ME, ALS, MIGRAINE).changed(2));
    join(40, one -> one.treatments("riluzole"));
    IntStream.range(100, 140)
        .forEach(n -> world.hear(member(id(n), MIGRAINE).treatments("sumatriptan").changed(1)));

    assertThat(insights("condition", MIGRAINE).json()).containsEntry("considered", 40);
    assertThat(insights("condition", "no-such-thing").status()).isEqualTo(422);
  }

  @Test
  void request_is403_whenTheCallerHasWithdrawnTheConsent() {
    world.hear(member(ME).with("matchable", false).changed(2));

    assertThat(insights().status()).isEqualTo(403);
  }

  private void join(int many, UnaryOperator<Members> telling) {
    for (int n = 0; n < many; n++) {
      world.hear(telling.apply(member(id(people++), ALS)).changed(1));
    }
  }

  private static Members treated(Members member, String treatment, String outcome) {
    return member
        .treatments(treatment)
        .with(
            "details", Map.of("treatments", List.of(Map.of("id", treatment, "outcome", outcome))));
  }

  private Reply insights(String... query) {
    return world.send(HttpCall.of("GET /me/insights").as(ME), query);
  }
}
