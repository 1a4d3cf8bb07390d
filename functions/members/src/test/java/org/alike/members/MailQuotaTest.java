package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MailQuotaTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void take_isDueAtOnce_whenNoneWasSentForAMinute() {
    MailQuota first = MailQuota.FRESH.take(NOON).orElseThrow();
    MailQuota second = first.take(NOON.plusSeconds(60)).orElseThrow();

    assertThat(first.last()).isEqualTo(NOON);
    assertThat(second.last()).isEqualTo(NOON.plusSeconds(60));
    assertThat(second.mails()).isEqualTo(2);
  }

  @Test
  void take_waitsForTheMinute_andTheNextTakesItsPlace() {
    MailQuota waiting =
        MailQuota.FRESH.take(NOON).flatMap(q -> q.take(NOON.plusSeconds(1))).orElseThrow();

    assertThat(waiting.last()).isEqualTo(NOON.plusSeconds(60));
    assertThat(waiting.waits(NOON.plusSeconds(30))).isTrue();
    assertThat(waiting.take(NOON.plusSeconds(30))).contains(waiting);
  }

  @Test
  void take_givesNoneMore_afterFiveADay_untilTheNext() {
    MailQuota quota = MailQuota.FRESH;
    for (int i = 0; i < 5; i++) {
      quota = quota.take(NOON.plusSeconds(60L * i)).orElseThrow();
    }

    assertThat(quota.take(NOON.plusSeconds(600))).isEmpty();
    assertThat(quota.take(NOON.plus(Duration.ofHours(12)))).isPresent();
  }

  @Property
  void take_neverSendsTwoInAMinuteNorSixADay(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 7_200) Integer> gaps) {
    MailQuota quota = MailQuota.FRESH;
    Instant now = NOON;
    TreeMap<Instant, Integer> due = new TreeMap<>();
    for (int gap : gaps) {
      now = now.plusSeconds(gap);
      Optional<MailQuota> taken = quota.take(now);
      quota = taken.orElse(quota);
      taken.ifPresent(q -> due.put(q.last(), q.mails()));
    }

    List<Instant> sent = new ArrayList<>(due.keySet());
    for (int i = 1; i < sent.size(); i++) {
      assertThat(Duration.between(sent.get(i - 1), sent.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
    assertThat(due.values()).allMatch(mails -> mails <= 5);
  }
}
