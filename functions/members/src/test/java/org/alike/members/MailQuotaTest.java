package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MailQuotaTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void isFresh_forAMinute() {
    MailQuota quota = MailQuota.FRESH.next(NOON).orElseThrow();

    assertThat(quota.isFresh(NOON.plusSeconds(59))).isTrue();
    assertThat(quota.isFresh(NOON.plusSeconds(60))).isFalse();
  }

  @Test
  void next_givesNoneMore_afterFiveADay_untilTheNext() {
    MailQuota quota = MailQuota.FRESH;
    for (int i = 0; i < 5; i++) {
      quota = quota.next(NOON.plusSeconds(60L * i)).orElseThrow();
    }

    assertThat(quota.mails()).isEqualTo(5);
    assertThat(quota.next(NOON.plusSeconds(600))).isEmpty();
    assertThat(quota.next(NOON.plus(Duration.ofHours(12)))).isPresent();
  }

  @Property
  void next_isNeverTheSixthOfADay(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7_200) Integer> gaps) {
    MailQuota quota = MailQuota.FRESH;
    Instant now = NOON;
    Map<LocalDate, Integer> sent = new HashMap<>();
    for (int gap : gaps) {
      now = now.plusSeconds(gap);
      Optional<MailQuota> next = quota.next(now);
      quota = next.orElse(quota);
      next.ifPresent(one -> sent.merge(one.day(), 1, Integer::sum));
    }

    assertThat(sent.values()).allMatch(mails -> mails <= 5);
  }
}
