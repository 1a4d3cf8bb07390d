package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** When what failed is tried again, and how it is kept. */
class RetriesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Property
  void tries_areSevenInAboutADay_eachWaitLongerThanTheOneBefore(@ForAll long seed) {
    Retries retries = new Retries(new Random(seed));

    List<Duration> waits =
        IntStream.range(1, Retries.MOST)
            .mapToObj(tries -> Duration.between(NOW, retries.after(tries, NOW).orElseThrow()))
            .toList();

    assertThat(waits).hasSize(6).isSorted().doesNotHaveDuplicates();
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofHours(19), Duration.ofHours(30));
    assertThat(retries.after(Retries.MOST, NOW)).isEmpty();
  }

  @Property
  void waits_differ_fromMessageToMessage(@ForAll long seed) {
    Retries retries = new Retries(new Random(seed));

    assertThat(IntStream.range(0, 50).mapToObj(i -> retries.after(4, NOW)).distinct().count())
        .isGreaterThan(25);
  }

  @Provide
  Arbitrary<Attempt> attempts() {
    return Arbitraries.of(Attempt.Verdict.class)
        .map(verdict -> new Attempt(verdict, verdict.name()));
  }

  /** Whatever happens in whichever order: an end comes within seven tries, and stays readable. */
  @Property
  void part_endsWithinSevenTries_andIsKeptAsItIs(
      @ForAll("attempts") Attempt first, @ForAll("attempts") Attempt other, @ForAll long seed) {
    Retries retries = new Retries(new Random(seed));
    Part part = Part.fresh("hook-abc", NOW);
    for (int i = 0; i < Retries.MOST && part.state() == Part.State.DUE; i++) {
      part = Part.of(part.after(i == 0 ? first : other, part.next(), retries).text());
    }

    assertThat(part.state()).isNotEqualTo(Part.State.DUE);
    assertThat(part.attempts()).isLessThanOrEqualTo(Retries.MOST);
    assertThat(Part.of(part.text())).isEqualTo(part);
  }
}
