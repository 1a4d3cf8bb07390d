package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.DIABETES;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.alike.testkit.Reply;

class SmallCountPropertyTest {
  private static final String IBD = "inflammatory-bowel-disease";
  private static final String CROHNS = "crohns-disease";
  private static final String COLITIS = "ulcerative-colitis";
  private static final String ARTHRITIS = "arthritis";
  private static final List<String> KINDS_OF_ARTHRITIS =
      List.of("gout", "rheumatoid-arthritis", "psoriatic-arthritis");

  @Property(tries = 60)
  void answer_isTheSameToTheByte_whetherThereAreNoneOrTen(
      @ForAll @IntRange(max = 10) int many, @ForAll Audience seen) {
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

  @Property(tries = 100)
  void threeAnswers_areTheSame_whetherThereAreNoneOrTenWithTheGeneralConditionOnly(
      @ForAll @Size(7) List<@IntRange(max = 14) Integer> overlaps,
      @ForAll @IntRange(max = 10) int others,
      @ForAll @IntRange(min = 2, max = 3) int children) {
    List<Members> specific = overlapping(overlaps, KINDS_OF_ARTHRITIS.subList(0, children));
    World without = World.of(specific.stream());
    World world = World.of(Stream.concat(specific.stream(), people(1000, others, ARTHRITIS)));
    for (String each : KINDS_OF_ARTHRITIS.subList(0, children)) {
      Assume.that(without.alikesOf(each).json().containsKey("count"));
      assertThat(world.alikesOf(each).body()).isEqualTo(without.alikesOf(each).body());
    }

    assertThat(world.alikesOf(ARTHRITIS).body()).isEqualTo(without.alikesOf(ARTHRITIS).body());
  }

  @Example
  void generalNumber_isAtLeastTheLargest_whenAllButOneHaveOneOfTwoSpecificConditions() {
    Stream<Members> specific = Stream.concat(people(0, 12, CROHNS), people(100, 11, COLITIS));
    World world = World.of(Stream.concat(specific, people(200, 1, IBD)));

    assertThat(world.alikesOf(CROHNS).json()).containsEntry("count", 12);
    assertThat(world.alikesOf(COLITIS).json()).containsEntry("count", 11);
    assertThat(world.alikesOf(IBD).json())
        .containsEntry("count", 12)
        .containsEntry("atLeast", true);
  }

  @Example
  void generalNumber_isAtLeast_whenAnExactOneWouldTellThatNobodyIsBeyondTheLargest() {
    Stream<Members> crohns =
        IntStream.range(0, 20)
            .mapToObj(n -> n < 19 ? member(id(n), CROHNS, COLITIS) : member(id(n), CROHNS));
    World world = World.of(Stream.concat(crohns, people(100, 11, IBD)));

    assertThat(world.alikesOf(IBD).json())
        .containsEntry("count", 20)
        .containsEntry("atLeast", true);
  }

  @Example
  void generalNumber_isExact_whenManyHaveNoneOfTheSpecificConditions() {
    Stream<Members> specific = Stream.concat(people(0, 12, CROHNS), people(100, 11, COLITIS));
    World world = World.of(Stream.concat(specific, people(200, 11, IBD)));

    assertThat(world.alikesOf(IBD).json()).containsEntry("count", 34).doesNotContainKey("atLeast");
  }

  /** So many people for each choice of one or more of the conditions. */
  private static List<Members> overlapping(List<Integer> overlaps, List<String> conditions) {
    List<Members> people = new ArrayList<>();
    for (int choice = 1; choice < 1 << conditions.size(); choice++) {
      int chosen = choice;
      String[] some =
          IntStream.range(0, conditions.size())
              .filter(at -> (chosen >> at & 1) == 1)
              .mapToObj(conditions::get)
              .toArray(String[]::new);
      for (int n = 0; n < overlaps.get(choice - 1); n++) {
        people.add(member(id(people.size()), some));
      }
    }
    return people;
  }

  private static Stream<Members> people(int from, int many, String condition) {
    return IntStream.range(from, from + many).mapToObj(number -> member(id(number), condition));
  }
}
