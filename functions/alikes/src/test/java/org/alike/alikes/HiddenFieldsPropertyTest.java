package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.JOINED;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;

/**
 * What a member does not show shapes nothing that another is told. The adversary is a member who
 * changes the own profile at will and looks each time; two communities that differ only in what
 * their members hide from this one give the same answers to the byte.
 */
class HiddenFieldsPropertyTest {
  private static final String ME = uuid(0);

  /** Among the people of the own condition. */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void answers_areTheSame_whateverAlikesHide(
      @ForAll("people") List<Somebody> people, @ForAll("probes") @Size(3) List<Members> probes) {
    World one = world(people, Somebody::told);
    World other = world(people, somebody -> somebody.hidingOther(Audience.ALIKES));

    for (int version = 1; version <= probes.size(); version++) {
      Members me = probes.get(version - 1).with("conditions", List.of(ALS));
      one.hear(me.changed(version));
      other.hear(me.changed(version));

      assertThat(answers(one, people.size())).isEqualTo(answers(other, people.size()));
      assertThat(news(one)).isEqualTo(news(other));
    }
  }

  /**
   * Among those of a condition the adversary has not, who show some things to their Alikes only.
   */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void answers_areTheSame_whateverStrangersHide(
      @ForAll("people") List<Somebody> people, @ForAll("probes") @Size(3) List<Members> probes) {
    World one = world(people, Somebody::told);
    World other = world(people, somebody -> somebody.hidingOther(Audience.MEMBERS));

    for (int version = 1; version <= probes.size(); version++) {
      Members me = probes.get(version - 1).with("conditions", List.of(MIGRAINE));
      one.hear(me.changed(version));
      other.hear(me.changed(version));

      assertThat(answers(one, people.size(), "condition", ALS))
          .isEqualTo(answers(other, people.size(), "condition", ALS));
    }
  }

  @Example
  void caller_findsByWhatTheCallerHides_andIsFoundByWhatIsShown() {
    Members me = member(ME, ALS).symptoms("choking").with("shown", Somebody.showing("matching"));
    Members open = member(uuid(1), ALS).symptoms("choking");
    Stream<Members> others = IntStream.range(2, 14).mapToObj(n -> member(uuid(n), ALS));
    World world = World.of(Stream.concat(Stream.of(me, open), others));

    assertThat(World.listed(world.alikesFor(ME)).get(0)).isEqualTo(uuid(1));
    assertThat(of(world, ME, uuid(1), "shared")).contains("Choking");
    assertThat(of(world, uuid(1), ME, "shared")).doesNotContain("Choking");
    assertThat(of(world, uuid(1), ME, "score")).isEqualTo(of(world, uuid(1), uuid(2), "score"));
  }

  @Provide
  Arbitrary<List<Somebody>> people() {
    return Somebody.any().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Members>> probes() {
    return Combinators.combine(Somebody.values(), Somebody.anyWishes(), Arbitraries.of(true, false))
        .as(
            (told, wishes, shown) ->
                told.of(member(ME))
                    .with("wishes", wishes)
                    .with("shown", Somebody.showing(shown ? "members" : "matching")))
        .list();
  }

  private interface Telling {
    Somebody.Values of(Somebody somebody);
  }

  private static World world(List<Somebody> people, Telling telling) {
    return World.of(
        IntStream.range(0, people.size())
            .mapToObj(
                n ->
                    telling
                        .of(people.get(n))
                        .of(member(uuid(n + 1), ALS))
                        .with("joined", JOINED.plusSeconds(60).toString())
                        .with("wishes", people.get(n).wishes())
                        .with("shown", people.get(n).shown())));
  }

  /** All that the adversary can ask for. */
  private static List<String> answers(World world, int people, String... query) {
    List<Reply> replies = new ArrayList<>();
    for (List<String> filter : filters()) {
      String[] both = Stream.concat(Stream.of(query), filter.stream()).toArray(String[]::new);
      replies.add(world.alikesFor(ME, both));
    }
    for (int n = 1; n <= people; n++) {
      replies.add(world.alikeOf(ME, uuid(n), query));
    }
    replies.add(world.send(HttpCall.of("GET /me/insights").as(ME), query));
    replies.add(world.alikesOf(ALS));
    return replies.stream().map(reply -> reply.status() + reply.body()).toList();
  }

  private static List<List<String>> filters() {
    return List.of(
        List.of(),
        List.of("limit", "2"),
        List.of("symptom", "choking"),
        List.of("ageBand", "40-49"),
        List.of("sex", "female"),
        List.of("country", "AT", "language", "de"));
  }

  private static List<Boolean> news(World world) {
    return IntStream.of(20, 40, 60, 80).mapToObj(close -> world.anyJoined(ME, close)).toList();
  }

  private static String of(World world, String caller, String other, String name) {
    return String.valueOf(world.alikeOf(caller, other).json().get(name));
  }

  private static String uuid(int number) {
    return "019ab1c2-8000-7000-8000-%012d".formatted(number);
  }
}
