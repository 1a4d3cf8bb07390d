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
  void points_areFromZeroToFull(@ForAll("communities") List<Traits> people) {
    Likeness likeness = among(people);

    for (Traits one : people) {
      assertThat(likeness.points(people.get(0), one)).isBetween(0, Likeness.FULL);
    }
  }

  @Property
  void points_areFull_withOneself(@ForAll("communities") List<Traits> people) {
    Likeness likeness = among(people);

    for (Traits one : people) {
      assertThat(likeness.points(one, one)).isEqualTo(one.features().isEmpty() ? 0 : Likeness.FULL);
    }
  }

  @Property
  void score_isTheSame_whicheverComesFirst(@ForAll("communities") List<Traits> people) {
    Likeness likeness = among(people);
    Traits one = people.get(0);

    for (Traits other : people) {
      assertThat(likeness.score(one, other)).isEqualTo(likeness.score(other, one));
    }
  }

  @Property
  void points_areNone_whenNothingIsShared(@ForAll("communities") List<Traits> people) {
    Traits one = people.get(0);
    Traits other = people.get(people.size() - 1);
    Assume.that(Collections.disjoint(one.features(), other.features()));

    assertThat(among(people).points(one, other)).isZero();
  }

  @Property
  void score_neverFalls_whenBothGetTheSameRareFeature(@ForAll("communities") List<Traits> people) {
    Likeness likeness = among(people);
    Traits one = people.get(0);
    Traits other = people.get(people.size() - 1);

    assertThat(likeness.score(with(one), with(other)))
        .isGreaterThanOrEqualTo(likeness.score(one, other));
    assertThat(likeness.points(with(one), with(other)))
        .isGreaterThanOrEqualTo(likeness.points(one, other));
  }

  @Property
  void score_neverRises_whenOnlyTheOtherHasMoreToTell(@ForAll("communities") List<Traits> people) {
    Likeness likeness = among(people);
    Traits one = people.get(0);
    Traits other = people.get(people.size() - 1);

    assertThat(likeness.score(one, with(other))).isLessThanOrEqualTo(likeness.score(one, other));
  }

  @Property
  void score_doesNotDependOnTheOrderOfPeople(
      @ForAll("communities") List<Traits> people, @ForAll Random random) {
    List<Traits> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, random);
    Traits one = people.get(0);

    for (Traits other : people) {
      assertThat(among(shuffled).score(one, other)).isEqualTo(among(people).score(one, other));
    }
  }

  @Property
  void score_isHigher_theCloserTheAge(@ForAll("features") Set<Feature> features) {
    Assume.that(!features.isEmpty());
    Traits one = new Traits(features, Optional.of(1980));
    Likeness likeness = among(List.of(one));

    double near = likeness.score(one, new Traits(features, Optional.of(1982)));
    double far = likeness.score(one, new Traits(features, Optional.of(1950)));
    double untold = likeness.score(one, new Traits(features, Optional.empty()));

    assertThat(near).isGreaterThan(far);
    assertThat(far).isGreaterThan(untold);
  }

  @Provide
  Arbitrary<List<Traits>> communities() {
    Arbitrary<Optional<Integer>> years = Arbitraries.integers().between(1920, 2030).optional();
    return Combinators.combine(features(), years).as(Traits::new).list().ofMinSize(2).ofMaxSize(12);
  }

  @Provide
  Arbitrary<Set<Feature>> features() {
    Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f");
    return Combinators.combine(Arbitraries.of(Kind.class), ids)
        .as(Feature::new)
        .set()
        .ofMaxSize(10);
  }

  private static Likeness among(List<Traits> people) {
    return new Likeness(Weights.among(people.stream().map(Traits::features).toList()), 2026);
  }

  private static Traits with(Traits traits) {
    Set<Feature> more = new HashSet<>(traits.features());
    more.add(NEW);
    return new Traits(more, traits.birthYear());
  }
}
