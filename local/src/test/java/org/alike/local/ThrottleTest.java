package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Throttle throttle =
      new Throttle(
          new Template.Limit(10, 3), Map.of("GET /rare", new Template.Limit(1, 1)), nanos::get);

  @Test
  void route_isHeldBackPastItsBurst_andRecoversAtItsRate() {
    assertThat(throttle.lets("GET /a")).isTrue();
    assertThat(throttle.lets("GET /a")).isTrue();
    assertThat(throttle.lets("GET /a")).isTrue();
    assertThat(throttle.lets("GET /a")).isFalse();

    nanos.addAndGet(100_000_000);

    assertThat(throttle.lets("GET /a")).isTrue();
    assertThat(throttle.lets("GET /a")).isFalse();
  }

  @Test
  void routes_haveBucketsAndLimitsOfTheirOwn() {
    assertThat(throttle.lets("GET /rare")).isTrue();
    assertThat(throttle.lets("GET /rare")).isFalse();
    assertThat(throttle.lets("GET /a")).isTrue();
  }
}
