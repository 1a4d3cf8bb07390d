package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.JOINED;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;

/**
 * Who is not to meet a member shapes nothing that the member is told: two communities that differ
 * only in those whom a block parts from this one, or whose wishes leave this one out, give the same
 * answers to the byte.
 */
class ApartPropertyTest {
  private static final String ME = uuid(0);

  /** What stands between the caller and somebody. */
  private enum Between {
    NOTHING,
    MY_BLOCK,
    THEIR_BLOCK,
    THEIR_WISH
  }

  private record Other(Somebody somebody, Between between) {
    boolean apart() {
      return between != Between.NOTHING;
    }
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
  void answers_areTheSame_whateverTellsWhoIsApart(
      @ForAll("others") List<Other> others, @ForAll("probes") @Size(2) List<Members> probes) {
    World one = world(others, other -> other.somebody().told());
    World same =
        world(
            others, other -> other.apart() ? other.somebody().instead() : other.somebody().told());

    for (int version = 2; version <= probes.size() + 1; version++) {
      Members me = probes.get(version - 2);
      one.hear(me.changed(version));
      same.hear(me.changed(version));

      assertThat(answers(one, others.size())).isEqualTo(answers(same, others.size()));
      assertThat(news(one)).isEqualTo(news(same));
    }
  }

  @Provide
  Arbitrary<List<Other>> others() {
    return Combinators.combine(Somebody.any(), Arbitraries.of(Between.class))
        .as(Other::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Members>> probes() {
    return Combinators.combine(Somebody.values(), Somebody.anyWishes())
        .as((told, wishes) -> told.of(member(ME, ALS)).with("sex", "female").with("wishes", wishes))
        .list();
  }

  private static World world(List<Other> others, Function<Other, Somebody.Values> telling) {
    World world =
        World.of(
            Stream.concat(
                Stream.of(member(ME, ALS)),
                IntStream.range(0, others.size())
                    .mapToObj(n -> joined(uuid(n + 1), others.get(n), telling))));
    for (int n = 0; n < others.size(); n++) {
      switch (others.get(n).between()) {
        case MY_BLOCK -> world.hear(member(ME).parted(uuid(n + 1), 1));
        case THEIR_BLOCK -> world.hear(member(uuid(n + 1)).parted(ME, 1));
        default -> {}
      }
    }
    return world;
  }

  private static Members joined(String id, Other other, Function<Other, Somebody.Values> telling) {
    Members told =
        telling
            .apply(other)
            .of(member(id, ALS))
            .with("joined", JOINED.plusSeconds(60).toString())
            .with("wishes", other.somebody().wishes())
            .with("shown", other.somebody().shown());
    return other.between() == Between.THEIR_WISH
        ? told.with("sex", "male").with("wishes", Map.of("sex", true))
        : told;
  }

  private static List<String> answers(World world, int people) {
    Stream<Reply> cards =
        IntStream.rangeClosed(1, people).mapToObj(n -> world.alikeOf(ME, uuid(n)));
    Stream<Reply> lists =
        Stream.of(
            world.alikesFor(ME),
            world.alikesFor(ME, "limit", "2"),
            world.alikesFor(ME, "symptom", "choking"),
            world.send(HttpCall.of("GET /me/insights").as(ME)));
    return Stream.concat(lists, cards).map(reply -> reply.status() + reply.body()).toList();
  }

  private static List<Boolean> news(World world) {
    return IntStream.of(20, 40, 60, 80).mapToObj(close -> world.anyJoined(ME, close)).toList();
  }

  private static String uuid(int number) {
    return "019ab1c2-8000-7000-8000-%012d".formatted(number);
  }
}
