package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alike.vocabulary.Kind;

class LikenessPropertyTest {
  private static final Feature NEW = new Feature(Kind.TREATMENT, "something-nobody-else-has");

  @Property
  void points_areFromZeroToFull(@ForAll("communities") Community people) {
    Likeness likeness = people.likeness();

    for (Traits one : people.all()) {
      assertThat(likeness.points(people.first(), one)).isBetween(0, Likeness.FULL);
    }
  }

  @Property
  void points_areFull_withOneself(@ForAll("communities") Community people) {
    Likeness likeness = people.likeness();

    for (Traits one : people.all()) {
      assertThat(likeness.points(one, one)).isEqualTo(one.features().isEmpty() ? 0 : Likeness.FULL);
    }
  }

  @Property
  void score_isTheSame_whicheverComesFirst(@ForAll("communities") Community people) {
    Likeness likeness = people.likeness();

    for (Traits other : people.all()) {
      assertThat(likeness.score(people.first(), other))
          .isEqualTo(likeness.score(other, people.first()));
    }
  }

  @Property(maxDiscardRatio = 100)
  void points_areNone_whenNothingIsShared(@ForAll("communities") Community people) {
    Assume.that(Collections.disjoint(people.first().features(), people.last().features()));

    assertThat(people.likeness().points(people.first(), people.last())).isZero();
  }

  @Property
  void score_neverFalls_whenBothGetTheSameRareFeature(@ForAll("communities") Community people) {
    Likeness likeness = people.likeness();
    Traits one = people.first();
    Traits other = people.last();

    for (boolean typed : List.of(true, false)) {
      assertThat(likeness.score(with(one, typed), with(other, typed)))
          .isGreaterThanOrEqualTo(likeness.score(one, other));
      assertThat(likeness.points(with(one, typed), with(other, typed)))
          .isGreaterThanOrEqualTo(likeness.points(one, other));
    }
  }

  @Property
  void score_neverRises_whenOnlyTheOtherHasMoreToTell(@ForAll("communities") Community people) {
    Likeness likeness = people.likeness();
    Traits one = people.first();
    Traits other = people.last();

    assertThat(likeness.score(one, with(other, true)))
        .isLessThanOrEqualTo(likeness.score(one, with(other, false)));
    assertThat(likeness.score(one, with(other, false)))
        .isLessThanOrEqualTo(likeness.score(one, other));
  }

  @Property
  void score_neverFalls_whenBothCallWhatTheyShareByTheSameName(
      @ForAll("communities") Community people) {
    Likeness likeness = people.likeness();
    Traits one = with(people.first(), false);
    Traits other = with(people.last(), false);

    assertThat(likeness.score(with(one, true), with(other, true)))
        .isGreaterThanOrEqualTo(likeness.score(one, other));
  }

  @Property
  void score_doesNotDependOnTheOrderOfPeople(
      @ForAll("communities") Community people, @ForAll Random random) {
    List<Traits> shuffled = new ArrayList<>(people.all());
    Collections.shuffle(shuffled, random);
    Likeness likeness = new Community(shuffled, people.parameters()).likeness();

    for (Traits other : people.all()) {
      assertThat(likeness.score(people.first(), other))
          .isEqualTo(people.likeness().score(people.first(), other));
    }
  }

  @Property
  void score_isHigher_theCloserTheAge(@ForAll("features") Set<Feature> features) {
    Assume.that(!features.isEmpty());
    Traits one = new Traits(Set.of(), features, Optional.of(1980));
    Likeness likeness = new Community(List.of(one), LikenessParameters.tuned()).likeness();

    double near = likeness.score(one, new Traits(Set.of(), features, Optional.of(1982)));
    double far = likeness.score(one, new Traits(Set.of(), features, Optional.of(1950)));
    double untold = likeness.score(one, new Traits(Set.of(), features, Optional.empty()));

    assertThat(near).isGreaterThan(far);
    assertThat(far).isGreaterThan(untold);
  }

  @Provide
  Arbitrary<Community> communities() {
    Arbitrary<Optional<Integer>> years = Arbitraries.integers().between(1920, 2030).optional();
    Arbitrary<Traits> people =
        Combinators.combine(features(), features(), years).as(LikenessPropertyTest::traits);
    return Combinators.combine(people.list().ofMinSize(2).ofMaxSize(12), parameters())
        .as(Community::new);
  }

  @Provide
  Arbitrary<Set<Feature>> features() {
    Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f");
    return Combinators.combine(Arbitraries.of(Kind.class), ids)
        .as(Feature::new)
        .set()
        .ofMaxSize(10);
  }

  private static Arbitrary<LikenessParameters> parameters() {
    Arbitrary<Double> any = Arbitraries.doubles().between(0, 4);
    Arbitrary<LikenessParameters> wild =
        Combinators.combine(any, any, any, any)
            .as(
                (power, typed, pivot, age) ->
                    new LikenessParameters(9, power, typed, pivot, age, 1));
    return Arbitraries.oneOf(
        Arbitraries.of(LikenessParameters.untuned(), LikenessParameters.tuned()), wild);
  }

  /** People, and what their likeness is tuned by. */
  private record Community(List<Traits> all, LikenessParameters parameters) {
    Likeness likeness() {
      return new Likeness(Weights.among(all, parameters), 2026);
    }

    Traits first() {
      return all.get(0);
    }

    Traits last() {
      return all.get(all.size() - 1);
    }
  }

  private static Traits traits(Set<Feature> typed, Set<Feature> implied, Optional<Integer> born) {
    Set<Feature> features = new HashSet<>(typed);
    features.addAll(implied);
    return new Traits(typed, features, born);
  }

  private static Traits with(Traits traits, boolean typed) {
    Set<Feature> one = Set.of(NEW);
    Set<Feature> all = typed ? one : Set.of();
    Set<Feature> more = new HashSet<>(traits.typed());
    more.addAll(all);
    Set<Feature> features = new HashSet<>(traits.features());
    features.addAll(one);
    return new Traits(more, features, traits.birthYear());
  }
}
