package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class IdsTest {
  @Property
  void next_isAVersion7UuidThatSortsByTime(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis) {
    String earlier = ids(millis).next();
    String later = ids(millis + 1).next();

    assertThat(earlier).isLessThan(later);
    assertThat(Ids.lastOf(Instant.ofEpochMilli(millis)))
        .isGreaterThanOrEqualTo(earlier)
        .isLessThan(later);
    assertThat(Ids.isId(earlier)).isTrue();
    assertThat(UUID.fromString(earlier).version()).isEqualTo(7);
    assertThat(UUID.fromString(earlier).variant()).isEqualTo(2);
  }

  @Property
  void isId_isFalse_forAnythingElse(@ForAll String text) {
    assertThat(Ids.isId(text)).isFalse();
  }

  private static Ids ids(long millis) {
    return new Ids(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC), new SecureRandom());
  }
}
