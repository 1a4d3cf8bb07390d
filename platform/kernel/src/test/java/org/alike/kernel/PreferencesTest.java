package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
  @Test
  void inOrder_isByQualityThenAsSent() {
    assertThat(of("fr;q=0.5, es-MX, de ;q=0, en;q=0.8,it").inOrder())
        .containsExactly("es-mx", "it", "en", "fr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                          | 1
          text/*;q=0.4, */*;q=0.1            | 0.4
          */*;q=0.1                          | 0.1
          text/*, text/html;q=0.2            | 0.2
          application/json                   | 0
          text/html;level=1;q=0.3            | 0.3
          text/html;q=2                      | 0
          text/html;q=                       | 0
          """)
  void mediaType_isLikedAsTheClosestRangeSays(String header, double quality) {
    assertThat(of(header).ofMediaType("text/html")).isEqualTo(quality);
  }

  @ParameterizedTest
  @CsvSource({
    "'gzip, br', true",
    "'gzip;q=0, *', false",
    "*, true",
    "'*;q=0', false",
    "br, false",
    "'', false"
  })
  void coding_isTaken_unlessRefusedOrNotNamed(String header, boolean taken) {
    assertThat(of(header).takes("gzip")).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",,;,", ";q=1", " "})
  void nothing_isLiked_whenTheHeaderSaysNothing(String header) {
    assertThat(of(header).any()).isFalse();
    assertThat(of(header).inOrder()).isEmpty();
  }

  @Test
  void header_isReadInBoundedTime_whenEndless() {
    assertThat(of("a,".repeat(5_000)).inOrder()).hasSize(50);
  }

  private static Preferences of(String header) {
    return Preferences.of(Optional.of(header));
  }
}
