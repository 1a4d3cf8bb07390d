package org.alike.forms;

import static org.alike.forms.InboxFixture.call;
import static org.alike.forms.InboxFixture.items;
import static org.alike.forms.InboxFixture.one;
import static org.alike.forms.Submission.Status.QUARANTINED;
import static org.alike.forms.Submission.Status.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  private final InboxFixture inbox = new InboxFixture();

  private Reply counts(String days) {
    return call("GET /forms/{form}/counts").query("days", days).send(inbox.owner);
  }

  private static Map<String, Object> day(String day, int received, int quarantined) {
    return Map.of("day", day, "received", received, "quarantined", quarantined);
  }

  @Test
  void counts_areOfEachDay_thoseWithoutAnyToo() {
    inbox.received("n", "1");
    inbox.submitted(Duration.ofHours(12), RECEIVED, "n", "2");
    inbox.submitted(Duration.ofHours(12).plusMillis(1), RECEIVED, "n", "3");
    inbox.submitted(Duration.ofHours(20), QUARANTINED, "n", "4");
    inbox.submitted(Duration.ofDays(3), RECEIVED, "n", "5");
    inbox.submitted(Duration.ofDays(4), RECEIVED, "n", "6");

    assertThat(items(counts("4")))
        .containsExactly(
            day("2026-11-23", 2, 0),
            day("2026-11-22", 1, 1),
            day("2026-11-21", 0, 0),
            day("2026-11-20", 1, 0));
    assertThat(counts("4").json()).doesNotContainKey("next");
    assertThat(items(counts("30"))).hasSize(30);
  }

  @Test
  void counts_areRightAtOnce_afterReleasesAndDeletions() {
    String released = inbox.quarantined("n", "1");
    String deleted = inbox.received("n", "2");
    inbox.change(released, "\"0\"", Map.of("status", "received"));
    one("DELETE", deleted).send(inbox.owner);

    assertThat(items(counts("1"))).containsExactly(day("2026-11-23", 1, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "367", "-1", "x", "1000000000000"})
  void counts_areRefused_whenTheDaysAreNoNumberOfDays(String days) {
    assertThat(counts(days).status()).isEqualTo(422);
  }
}
