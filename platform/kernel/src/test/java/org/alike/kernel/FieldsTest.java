package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private enum Color {
    RED,
    BLUE
  }

  @Test
  void end_namesEveryBrokenRuleAtOnce_whenSeveralAreBroken() {
    Fields fields =
        Fields.of(
            Map.of("title", "ab", "text", 7, "tags", List.of("a", 1), "year", 1800, "color", "x"));

    fields.text("title", 3, 10);
    fields.text("text", 1, 10);
    fields.text("missing", 1, 10);
    fields.texts("tags", 5, 10);
    fields.wholeNumber("year", 1900, 2026);
    fields.oneOf("color", Color.RED);

    assertThat(broken(fields))
        .containsExactly(
            "/title too-short",
            "/text type",
            "/missing required",
            "/tags type",
            "/year range",
            "/color choice");
  }

  @Test
  void end_pointsIntoTheObjectsOfLists_whenRulesAreBrokenInside() {
    Fields fields =
        Fields.of(
            Map.of(
                "parts",
                List.of(
                    Map.of("on", "2026-11-23", "words", List.of(Map.of("say", "hello"))),
                    Map.of("on", "soon", "secret", 1, "words", List.of(Map.of())))));

    for (Fields part : fields.objects("parts", 1, 2)) {
      part.date("on");
      part.objects("words", 1, 3).forEach(word -> word.text("say", 1, 9));
      part.reject("words/0", "own", "A rule of the caller's own.");
    }

    assertThat(broken(fields))
        .containsExactly(
            "/parts/0/words/0 own",
            "/parts/1/on date",
            "/parts/1/words/0/say required",
            "/parts/1/words/0 own",
            "/parts/1 unknown");
  }

  @Test
  void objects_areRefused_whenNotAListOfTheRightLength() {
    Fields fields =
        Fields.of(
            Map.of("a", "x", "b", List.of(1), "c", List.of(), "d", List.of(Map.of(), Map.of())));

    for (String name : List.of("a", "b", "c", "d", "absent")) {
      assertThat(fields.objects(name, 1, 1)).isEmpty();
    }

    assertThat(broken(fields))
        .containsExactly("/a type", "/b type", "/c required", "/d too-many", "/absent required");
  }

  @Test
  void end_refusesAFieldNobodyRead_withoutNamingIt() {
    Fields fields = Fields.of(Map.of("role", "moderator"));

    assertThat(broken(fields)).containsExactly(" unknown");
  }

  @Test
  void text_countsCodePoints_atTheLimit() {
    Fields within = Fields.of(Map.of("a", "😀".repeat(10)));
    assertThat(within.text("a", 1, 10)).hasSize(20);
    within.end();

    Fields over = Fields.of(Map.of("a", "😀".repeat(11)));
    over.text("a", 1, 10);
    assertThat(broken(over)).containsExactly("/a too-long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000", "a\uD800b", "\u202Ex", "\u2066x", "a\u200Bb", "\u0085", "\uFFFE"})
  void text_isRefused_whenItHasCharactersThatCannotBeStoredAndShown(String text) {
    Fields fields = Fields.of(Map.of("a", "x" + text + "y"));

    fields.text("a", 1, 10);

    assertThat(broken(fields)).containsExactly("/a characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\nline", "tab\there", "👩‍👧", "ﷺ", "Ünïcödé", "z\u0301"})
  void text_isTaken_whenPeopleWriteSo(String text) {
    Fields fields = Fields.of(Map.of("a", text));

    assertThat(fields.text("a", 1, 20)).isEqualTo(text);
    fields.end();
  }

  @Test
  void fields_areRead_whenAllIsWell() {
    Fields fields = Fields.of(Map.of("tags", List.of(" a ", "b"), "year", 1970, "color", "blue"));

    assertThat(fields.texts("tags", 2, 5)).containsExactly("a", "b");
    assertThat(fields.wholeNumber("year", 1900, 2026)).contains(1970);
    assertThat(fields.oneOf("color", Color.RED)).isEqualTo(Color.BLUE);
    assertThat(fields.optionalText("absent", 5)).isEmpty();
    fields.end();
  }

  @Test
  void objectsInside_areReadInPlace_andTellNullFromAbsent() {
    Fields fields =
        Fields.of(Json.object("{\"a\":{\"b\":1,\"c\":true,\"d\":null},\"e\":null,\"f\":1}"));
    Fields inside = fields.object("a");

    assertThat(inside.flag("b", true)).isTrue();
    assertThat(inside.flag("c", false)).isTrue();
    assertThat(inside.has("d") && inside.clears("d") && inside.empties("d")).isTrue();
    assertThat(inside.has("g") || inside.clears("g") || inside.empties("g")).isFalse();
    assertThat(fields.object("e").has("b")).isFalse();
    assertThat(fields.object("f").has("b")).isFalse();
    assertThat(broken(fields)).containsExactly("/a/b type", "/f type", "/a unknown");
  }

  @Test
  void line_isRefused_whenItBreaks() {
    Fields fields = Fields.of(Map.of("a", "x\ny", "b", "x\ty", "c", "x"));

    fields.line("a", 1, 5);
    fields.optionalLine("b", 5);

    assertThat(fields.optionalLine("c", 5)).contains("x");
    assertThat(broken(fields)).containsExactly("/a characters", "/b characters");
  }

  private static List<String> broken(Fields fields) {
    Failure failure = catchThrowableOfType(Failure.class, fields::end);
    return failure.violations().stream().map(v -> v.pointer() + " " + v.code()).toList();
  }
}
