package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alike.vocabulary.Kind;

class SurenessTest {
  @Example
  void level_goesByWhatOneHasToldBesideTheOthers() {
    List<Traits> people =
        Stream.concat(
                IntStream.range(0, 20).mapToObj(n -> told("common", "a" + n % 4, "b" + n % 5)),
                Stream.of(told("common"), told()))
            .toList();
    Weights weights = Weights.among(people, LikenessParameters.tuned());

    assertThat(level(told(), weights)).isEqualTo(Sureness.Level.VAGUE);
    assertThat(level(told("common"), weights)).isEqualTo(Sureness.Level.VAGUE);
    assertThat(level(told("common", "b1"), weights)).isEqualTo(Sureness.Level.FAIR);
    assertThat(level(told("common", "a1", "b1"), weights)).isEqualTo(Sureness.Level.SURE);
  }

  @Property
  void match_isNeverSurerThanTheShorterProfile(
      @ForAll("traits") Traits one,
      @ForAll("traits") Traits other,
      @ForAll("traits") Traits third) {
    Weights weights = Weights.among(List.of(one, other, third), LikenessParameters.tuned());
    Sureness match = Sureness.of(one, other, weights);

    assertThat(match).isEqualTo(Sureness.of(other, one, weights));
    assertThat(match.share())
        .isBetween(0.0, 1.0)
        .isLessThanOrEqualTo(Sureness.of(one, weights).share())
        .isLessThanOrEqualTo(Sureness.of(other, weights).share());
  }

  @Property
  void sureness_grows_withWhatIsTold(@ForAll("traits") Traits one, @ForAll("traits") Traits other) {
    Weights weights = Weights.among(List.of(one, other), LikenessParameters.tuned());
    Set<Feature> more = new HashSet<>(one.typed());
    more.addAll(other.typed());

    assertThat(Sureness.of(new Traits(more, more, Optional.empty()), weights).share())
        .isGreaterThanOrEqualTo(Sureness.of(one, weights).share());
  }

  @Provide
  Arbitrary<Traits> traits() {
    return Arbitraries.of("a", "b", "c", "d", "e")
        .set()
        .map(ids -> told(ids.toArray(String[]::new)));
  }

  private static Sureness.Level level(Traits traits, Weights weights) {
    return Sureness.of(traits, weights).level();
  }

  private static Traits told(String... ids) {
    Set<Feature> features = new HashSet<>();
    Stream.of(ids).forEach(id -> features.add(new Feature(Kind.SYMPTOM, id)));
    return new Traits(features, features, Optional.empty());
  }
}
