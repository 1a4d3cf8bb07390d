package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alike.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessParametersTest {
  private static final String TUNED =
      "{\"version\":2,\"power\":1.5,\"typed\":4,\"pivot\":2,\"ageWeight\":0.25,\"ageScale\":0.8}";

  @Test
  void configurations_areThoseOfTheirFiles() {
    assertThat(LikenessParameters.tuned()).isEqualTo(LikenessParameters.of(Json.object(TUNED)));
    assertThat(LikenessParameters.untuned())
        .isEqualTo(new LikenessParameters(1, 1, 0, 1, 0.25, 0.8));
    assertThat(LikenessParameters.shipped())
        .isEqualTo(new LikenessParameters(3, 1, 1, 1, 0.25, 0.8));
  }

  @ParameterizedTest
  @CsvSource({
    "version, 0",
    "version, 1.5",
    "version, 3000000000",
    "power, -1",
    "power, 1e9",
    "typed, -0.5",
    "pivot, 1000",
    "ageWeight, -1",
    "ageScale, 0",
    "kappa, 1"
  })
  void configuration_isRefusedByName_whenANumberIsOutOfRangeOrUnknown(String name, String value) {
    Map<String, Object> json = new LinkedHashMap<>(Json.object(TUNED));
    json.put(name, Double.valueOf(value));

    assertThatThrownBy(() -> LikenessParameters.of(json)).hasMessageContaining(name);
  }

  @Test
  void configuration_isRefusedByName_whenANumberIsMissing() {
    for (String name : Json.object(TUNED).keySet()) {
      Map<String, Object> json = new LinkedHashMap<>(Json.object(TUNED));
      json.remove(name);

      assertThatThrownBy(() -> LikenessParameters.of(json)).hasMessageContaining(name);
    }
  }
}
