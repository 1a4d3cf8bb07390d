package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DisagreementTest {
  @Example
  void disagreement_isNone_whenAllSayTheSame() {
    assertThat(Disagreement.among(0, 20, 0)).isZero();
    assertThat(Disagreement.among(0, 0, 35)).isZero();
    assertThat(Disagreement.among(0, 0, 0)).isZero();
  }

  @Example
  void disagreement_isFull_whenHalfSayTheBestAndHalfTheWorst() {
    assertThat(Disagreement.among(20, 0, 20)).isEqualTo(1);
  }

  @Example
  void disagreement_isLarger_whenAnswersAreFurtherApart() {
    assertThat(Disagreement.among(20, 20, 0)).isEqualTo(0.5);
    assertThat(Disagreement.among(35, 0, 20)).isEqualTo(0.73);
  }

  @Property
  void disagreement_isFromNoneToFull_andTheSameFromBothEnds(
      @ForAll @IntRange(max = 500) int best,
      @ForAll @IntRange(max = 500) int middle,
      @ForAll @IntRange(max = 500) int worst) {
    assertThat(Disagreement.among(best, middle, worst))
        .isBetween(0.0, 1.0)
        .isEqualTo(Disagreement.among(worst, middle, best));
  }
}
