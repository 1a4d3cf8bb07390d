package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What {@code GET /me/alikes} tells of those who chose to be listed nowhere: nothing. */
class HiddenMembersPropertyTest {
  private static final String ME = "me";

  @Property(tries = 100)
  void answer_isTheSameButForConsidered_whoeverIsHidden(
      @ForAll("symptoms") List<Set<String>> listed, @ForAll("symptoms") List<Set<String>> hidden) {
    World without = World.of(Stream.concat(me(), people(0, listed)));
    World world =
        World.of(
            Stream.of(
                    me(),
                    people(0, listed),
                    people(100, hidden).map(HiddenMembersPropertyTest::hide))
                .flatMap(people -> people));

    assertThat(seen(world)).isEqualTo(seen(without));
    assertThat(seen(world, "limit", "2")).isEqualTo(seen(without, "limit", "2"));
  }

  @Property(tries = 50)
  void considered_isTheSame_whetherNoneOrTenHiddenHaveOnlyTheSecondCondition(
      @ForAll @IntRange(max = 40) int first, @ForAll @IntRange(max = 9) int second) {
    Stream<Members> hidden = IntStream.range(0, first).mapToObj(n -> member(id(n), ALS));
    World world = World.of(Stream.concat(me(), hidden.map(HiddenMembersPropertyTest::hide)));
    String before = considered(world);

    IntStream.range(0, second)
        .forEach(n -> world.hear(hide(member(id(100 + n), MIGRAINE)).changed(1)));

    assertThat(considered(world)).isEqualTo(before);
  }

  @Example
  void considered_staysTheSame_whenTheTwentiethIsOfASmallSecondCondition() {
    Stream<Members> hidden = IntStream.range(0, 19).mapToObj(n -> member(id(n), ALS));
    World world = World.of(Stream.concat(me(), hidden.map(HiddenMembersPropertyTest::hide)));
    assertThat(considered(world)).isEqualTo("19");

    world.hear(hide(member(id(100), MIGRAINE)).changed(1));

    assertThat(considered(world)).isEqualTo("19");
  }

  @Provide
  Arbitrary<List<Set<String>>> symptoms() {
    return Arbitraries.of("fatigue", "choking", "drooling", "falls").set().list().ofMaxSize(16);
  }

  private static Stream<Members> me() {
    return Stream.of(member(ME, ALS, MIGRAINE).symptoms("fatigue", "choking"));
  }

  private static Stream<Members> people(int from, List<Set<String>> symptoms) {
    return IntStream.range(0, symptoms.size())
        .mapToObj(
            n ->
                member(id(from + n), n % 3 == 0 ? MIGRAINE : ALS)
                    .symptoms(symptoms.get(n).toArray(String[]::new)));
  }

  private static Members hide(Members member) {
    String later = Members.JOINED.plusSeconds(9_000_000).toString();
    return member.seenBy("matching").with("joined", later);
  }

  private static Map<String, Object> seen(World world, String... query) {
    Map<String, Object> seen = new LinkedHashMap<>(world.alikesFor(ME, query).json());
    assertThat(seen.remove("considered")).isNotNull();
    return seen;
  }

  private static String considered(World world) {
    return String.valueOf(world.alikesFor(ME).json().get("considered"));
  }
}
