package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptFileTest {

  @Test
  void read_understandsEveryColumn() throws IOException {
    Entry entry =
        read("# comment\n\na-b\tA B\t?AB\tlay name|?~typo|?CF\tp|q\tr\tICD-10=A1|X=2\tcategory")
            .get(0);

    assertThat(entry.concept())
        .isEqualTo(
            new Concept(
                Kind.CONDITION,
                "a-b",
                "A B",
                "AB",
                List.of("lay name", "CF"),
                entry.concept().parents(),
                List.of("r"),
                Map.of("ICD-10", "A1", "X", "2"),
                true));
    assertThat(entry.concept().parents()).containsExactly("p", "q");
    assertThat(entry.hidden()).containsExactly("typo");
    assertThat(entry.shared()).containsExactlyInAnyOrder("AB", "typo", "CF");
  }

  @Test
  void read_understandsThatAPreferredNameIsShared() throws IOException {
    Entry entry = read("a\t?A").get(0);

    assertThat(entry.concept().name()).isEqualTo("A");
    assertThat(entry.shared()).containsExactly("A");
  }

  @Test
  void read_fillsMissingColumns_whenALineEndsEarly() throws IOException {
    Concept concept = read("a\tA").get(0).concept();

    assertThat(concept.shortName()).isNull();
    assertThat(concept.otherNames()).isEmpty();
    assertThat(concept.category()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a; columns",
        "a,A,,,,,,,; columns",
        ",A; lacks",
        "a,; lacks",
        "a,?; lacks",
        "a,A,,,,,E11,; code",
        "a,A,,,,,,categories; flag"
      })
  void read_namesFileAndLine_whenALineIsBroken(String columns, String problem) {
    assertThatThrownBy(() -> read("ok\tOK\n" + columns.replace(',', '\t')))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("test.tsv, line 2: ")
        .hasMessageContaining(problem);
  }

  @Test
  void vocabulary_refusesTheSameIdTwice() throws IOException {
    List<Entry> twice = read("a\tA\na\tB");

    assertThatThrownBy(() -> new Vocabulary(Map.of(Kind.CONDITION, twice)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a");
  }

  @Test
  void withAncestors_ends_whenParentsGoInACircle() throws IOException {
    Vocabulary circular = new Vocabulary(Map.of(Kind.CONDITION, read("a\tA\t\t\tb\nb\tB\t\t\ta")));

    assertThat(circular.withAncestors(Kind.CONDITION, "a")).containsExactly("a", "b");
  }

  private static List<Entry> read(String text) throws IOException {
    return ConceptFile.read(Kind.CONDITION, "test.tsv", new BufferedReader(new StringReader(text)));
  }
}
