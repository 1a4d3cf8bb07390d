package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(5 minutes)      | 2026-11-23T10:00:30Z | 2026-11-23T10:05:30Z",
        "rate(1 day)          | 2026-11-23T10:00:00Z | 2026-11-24T10:00:00Z",
        "cron(0 3 * * ? *)    | 2026-11-23T10:00:00Z | 2026-11-24T03:00:00Z",
        "cron(*/20 * * * ? *) | 2026-11-23T10:00:00Z | 2026-11-23T10:20:00Z",
        "cron(15,45 9-17 ? * 2-6 *) | 2026-11-20T17:50:00Z | 2026-11-23T09:15:00Z",
        "cron(0 0 1 1 ? *)    | 2026-11-23T10:00:00Z | 2027-01-01T00:00:00Z",
      })
  void schedule_isDueNext(String expression, Instant last, Instant next) {
    assertThat(Timetable.of(expression).after(last)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate(5 weeks)", "cron(0 3 * * *)", "cron(0 3 L * ? *)", "at(2026)", ""})
  void schedule_isRefused_whenItIsNotUnderstood(String expression) {
    assertThatThrownBy(() -> Timetable.of(expression)).isInstanceOf(StartProblem.class);
  }
}
