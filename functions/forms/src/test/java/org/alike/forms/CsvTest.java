package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commons CSV, strict RFC 4180, reads back what was written. */
class CsvTest {

  @Provide
  Arbitrary<List<String>> cells() {
    return Arbitraries.strings()
        .withChars("=+-@\t\r\n,;\"' aA1\u00E9\uFF1D\u2713")
        .withCharRange('a', 'z')
        .ofMaxLength(12)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  @Property
  void row_isReadBackAsItWas_butThatNoCellIsAFormula(@ForAll("cells") List<String> cells)
      throws IOException {
    try (CSVParser parser = CSVParser.parse(Csv.row(cells), CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      assertThat(records).hasSize(1);
      List<String> read = records.get(0).toList();
      assertThat(read).hasSameSizeAs(cells);
      for (int i = 0; i < read.size(); i++) {
        assertThat(read.get(i)).isIn(cells.get(i), "'" + cells.get(i));
        assertThat(read.get(i)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49 30", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "\uFF1D1"})
  void cell_getsAnApostrophe_whenASpreadsheetWouldTakeItForAFormula(String text) {
    assertThat(Csv.row(List.of("a", text))).contains("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "O'Neil", "1-2", "a=b", "plain", "12.5"})
  void cell_staysAsItIs_whenItIsHarmless(String text) {
    assertThat(Csv.row(List.of("a", text))).isEqualTo("a," + text + "\r\n");
  }
}
