package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.DIABETES;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.alike.testkit.Reply;

class SmallCountPropertyTest {
  @Property(tries = 60)
  void answer_isTheSameToTheByte_whetherThereAreNoneOrTen(
      @ForAll @IntRange(max = 10) int many, @ForAll Visibility seen) {
    World world = World.of(people(0, many, ALS).map(one -> one.seenBy(seen.wireName())));

    Reply reply = world.alikesOf(ALS, "limit", "1");

    Reply none = new World().alikesOf(ALS, "limit", "1");
    assertThat(reply.body()).isEqualTo(none.body());
    assertThat(reply.headers()).isEqualTo(none.headers());
    assertThat(reply.json())
        .containsEntry("countLabel", "Fewer than 11 Alikes with ALS")
        .containsEntry("items", List.of())
        .doesNotContainKeys("count", "next");
  }

  @Property(tries = 60)
  void twoAnswers_tellNothingOfTheFewWithoutTheMoreSpecificCondition(
      @ForAll @IntRange(min = 11, max = 40) int specific, @ForAll @IntRange(max = 10) int others) {
    World world = World.of(Stream.concat(people(0, specific, T2D), people(100, others, DIABETES)));
    World without = World.of(people(0, specific, T2D));

    assertThat(world.alikesOf(T2D).body()).isEqualTo(without.alikesOf(T2D).body());
    assertThat(world.alikesOf(DIABETES).body()).isEqualTo(without.alikesOf(DIABETES).body());
    assertThat(world.alikesOf(DIABETES).json())
        .containsEntry("countLabel", "At least " + specific + " Alikes with Diabetes")
        .containsEntry("count", specific)
        .containsEntry("atLeast", true);
  }

  @Property(tries = 60)
  void count_isExact_whenNoGroupInItIsSmallButKnown(
      @ForAll @IntRange(max = 40) int specific, @ForAll @IntRange(min = 11, max = 40) int others) {
    World world = World.of(Stream.concat(people(0, specific, T2D), people(100, others, DIABETES)));

    assertThat(world.alikesOf(DIABETES).json())
        .containsEntry("count", specific + others)
        .doesNotContainKey("atLeast");
  }

  private static Stream<Members> people(int from, int many, String condition) {
    return IntStream.range(from, from + many).mapToObj(number -> member(id(number), condition));
  }
}
