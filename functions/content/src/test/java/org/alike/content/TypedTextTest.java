package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Body;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "x\udc00y", "a\0b", "\u202ex", "\ufffe"})
  void text_isRefused_whenItHoldsWhatIsNoText(String text) {
    assertThatThrownBy(() -> typed(text))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID))
        .hasMessageNotContaining(text);
  }

  @Test
  void text_isStripped_andCountedInCodePoints() {
    assertThat(typed("  als ")).isEqualTo("als");
    assertThat(typed("🙂".repeat(200))).hasSize(400);
    assertThatThrownBy(() -> typed("🙂".repeat(201))).isInstanceOf(Failure.class);
  }

  private static String typed(String text) {
    return TypedText.of(
        new Request(
            "id",
            "GET /search",
            "GET",
            "/search",
            Map.of(),
            Map.of("q", text),
            Map.of(),
            new Body("", false),
            "192.0.2.1",
            Optional.empty(),
            Instant.EPOCH),
        "q");
  }
}
