package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"text\"",
        "[]",
        "[{}]",
        "{",
        "{\"a\":1",
        "{\"a\":1}x",
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":\"\\uZZZZ\"}",
        "// {}\n{}"
      })
  void object_isMalformed_whenTheTextIsNotOneStrictObject(String text) {
    assertMalformed(text);
  }

  @Test
  void object_isMalformed_whenItIsMadeToExhaustUs() {
    assertMalformed("[".repeat(100_000));
    assertMalformed("{\"a\":".repeat(33) + "1" + "}".repeat(33));
    assertMalformed("{\"a\":" + "9".repeat(1_001) + "}");
  }

  @Test
  void object_keepsOrderAndTypes_whenWellFormed() {
    Map<String, Object> object = Json.object("{\"b\":1,\"a\":[true,\"x\",2.5],\"c\":null}");

    assertThat(object.keySet()).containsExactly("b", "a", "c");
    assertThat(object.get("a")).isEqualTo(List.of(true, "x", 2.5));
  }

  @Test
  void of_leavesAbsentValuesOut_whenNullOrEmpty() {
    assertThat(Json.write(Json.of("a", 1, "b", null, "c", Optional.empty(), "d", Optional.of("x"))))
        .isEqualTo("{\"a\":1,\"d\":\"x\"}");
  }

  @Property
  void write_isReadBackTheSame_whateverTheText(@ForAll String name, @ForAll String value) {
    if (Texts.storable(name) && Texts.storable(value) && name.length() < 256) {
      assertThat(Json.object(Json.write(Map.of(name, value)))).isEqualTo(Map.of(name, value));
    }
  }

  private static void assertMalformed(String text) {
    assertThatThrownBy(() -> Json.object(text))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.MALFORMED));
  }
}
