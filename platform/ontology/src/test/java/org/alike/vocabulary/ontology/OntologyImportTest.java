package org.alike.vocabulary.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OntologyImportTest {
  private static final String HEADER = "format-version: 1.2\ndata-version: 2026-11-23\n";
  private static final String GRAPH =
      """
      {"graphs": [{
        "meta": {"version": "2026-11-23"},
        "nodes": [
          {"id": "http://purl.obolibrary.org/obo/DOID_1", "type": "CLASS", "lbl": "first"},
          {"id": "http://purl.obolibrary.org/obo/DOID_2", "type": "CLASS", "lbl": "second"}
        ],
        "edges": [
          {"sub": "http://purl.obolibrary.org/obo/DOID_1", "pred": "is_a",
           "obj": "http://purl.obolibrary.org/obo/DOID_2"}
        ]
      }]}
      """;

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  OntologyImportTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void obo_isImported_withVersionAndLicence() throws IOException {
    String terms = term("DOID:1", "first", "is_a: DOID:2") + term("DOID:2", "second");

    assertThat(imported(file("doid.obo", HEADER + terms))).isTrue();
    assertThat(text(out)).contains("Human Disease Ontology 2026-11-23 (CC0 1.0): 2 terms, 2 names");
    assertThat(files()).containsExactlyInAnyOrder("doid.obo", "imported.vocabulary");
  }

  @Test
  void graph_isImported_whateverItsFileIsCalled() throws IOException {
    assertThat(imported(file("diseases", GRAPH))).isTrue();
    assertThat(text(out)).contains("Human Disease Ontology 2026-11-23 (CC0 1.0): 2 terms");
  }

  @Test
  void obsoleteTerms_areLeftOut() throws IOException {
    String terms = term("DOID:1", "first") + term("DOID:2", "obsolete second", "is_obsolete: true");

    assertThat(imported(file("doid.obo", HEADER + terms))).isTrue();
    assertThat(text(out)).contains("1 terms, 1 names");
  }

  @Test
  void parentsOfAnotherOntology_areLeftOut() throws IOException {
    assertThat(imported(file("doid.obo", HEADER + term("DOID:1", "x", "is_a: BFO:1")))).isTrue();
  }

  @Test
  void anUnknownOntology_needsItsKind() throws IOException {
    Path file = file("own.obo", HEADER + term("OWN:1", "first"));

    assertRefused("say what OWN has, as kind=", file.toString());
    assertThat(imported("condition=" + file)).isTrue();
    assertThat(text(out)).contains("not stated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "no colon here; doid.obo, line 6: is no \"tag: value\"",
        "synonym: \"half a syn; doid.obo, line 6: has a synonym without its quotation marks",
        "is_a:; doid.obo, line 6: has an empty is_a",
        "[Term; doid.obo, line 6: has a stanza without its closing bracket",
        "[Term]; doid.obo, line 6: a term without an id",
        "is_a: DOID:99 ! gone; doid.obo, line 3: DOID:1 is a DOID:99, which is not there",
        "is_a: DOID:1; doid.obo, line 3: a circle: DOID:1 is a DOID:1"
      })
  void brokenObo_isRefused_withItsLine(String last, String message) throws IOException {
    Path file = file("doid.obo", HEADER + term("DOID:1", "first") + last + "\n");

    assertRefused(message, file.toString());
  }

  @Test
  void aCircle_isRefused_withEveryIdOfIt() throws IOException {
    String terms =
        term("DOID:1", "1", "is_a: DOID:2")
            + term("DOID:2", "2", "is_a: DOID:3")
            + term("DOID:3", "3", "is_a: DOID:4", "is_a: DOID:2")
            + term("DOID:4", "4");

    assertRefused(
        "a circle: DOID:3 is a DOID:2 is a DOID:3", file("doid.obo", HEADER + terms).toString());
  }

  @Test
  void aParentThatIsObsolete_isRefused() throws IOException {
    String terms = term("DOID:1", "1", "is_a: DOID:2") + term("DOID:2", "2", "is_obsolete: true");

    assertRefused(
        "DOID:1 is a DOID:2, which is obsolete", file("doid.obo", HEADER + terms).toString());
  }

  @Test
  void theSameIdTwice_isRefused() throws IOException {
    String terms = term("DOID:1", "first") + term("DOID:1", "again");

    assertRefused(
        "line 6: DOID:1 is there already, in line 3", file("doid.obo", HEADER + terms).toString());
  }

  @Test
  void fileWithoutTerms_isRefused() throws IOException {
    assertRefused("doid.obo: has no terms", file("doid.obo", HEADER).toString());
    assertRefused("nothing.obo: has no terms", file("nothing.obo", "").toString());
    assertRefused("There is no file", folder.resolve("gone.obo").toString());
    assertRefused("Name the files to import");
  }

  @Test
  void bytesThatAreNoText_areRefused() throws IOException {
    Path file = folder.resolve("doid.obo");
    Files.write(file, new byte[] {'i', 'd', ':', ' ', (byte) 0xff, '\n'});

    assertRefused("isn't written in UTF-8", file.toString());
  }

  @Test
  void truncatedGraph_isRefused_whereverItEnds() throws IOException {
    for (int end = 1; end < GRAPH.strip().length(); end += 7) {
      Path file = file("doid.json", GRAPH.substring(0, end));

      assertThat(imported(file)).as(GRAPH.substring(0, end)).isFalse();
      assertThat(text(err)).startsWith("Not imported. doid.json").hasLineCount(1);
      assertThat(files()).containsExactly("doid.json");
      err.reset();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DOID_2\", \"type\"; DOID_1\", \"type\"; line 5: DOID:1 is there twice",
        "/DOID_2\"}; /DOID_3\"}; DOID:1 is a DOID:3, which is not there",
        "/DOID_2\"}; /DOID_1\"}; a circle: DOID:1 is a DOID:1",
        "\"graphs\"; \"graph\"; it has no",
        "\"nodes\": [; \"nodes\": {}, \"x\": [; should be a list of nodes",
        "\"lbl\": \"first\"; \"lbl\"; no valid JSON"
      })
  void brokenGraph_isRefused(String right, String wrong, String message) throws IOException {
    Path file = file("doid.json", GRAPH.replace(right, wrong));

    assertRefused(message, file.toString());
  }

  @Test
  void whatWasImportedBefore_stays_whenTheNextFileIsBroken() throws IOException {
    assertThat(imported(file("doid.obo", HEADER + term("DOID:1", "first")))).isTrue();
    byte[] before = Files.readAllBytes(target());

    assertThat(imported(file("doid.obo", HEADER + term("DOID:1", "x", "is_a: DOID:9")))).isFalse();
    assertThat(Files.readAllBytes(target())).isEqualTo(before);
    assertThat(files()).containsExactlyInAnyOrder("doid.obo", "imported.vocabulary");
  }

  private void assertRefused(String message, String... arguments) throws IOException {
    assertThat(imported(arguments)).isFalse();
    assertThat(text(err)).startsWith("Not imported. ").contains(message).hasLineCount(1);
    assertThat(target()).doesNotExist();
    err.reset();
  }

  private boolean imported(Path file) {
    return imported(file.toString());
  }

  private boolean imported(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--to=" + target());
    return OntologyImport.run(
        all,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Path target() {
    return folder.resolve("imported.vocabulary");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String term(String id, String name, String... lines) {
    return "[Term]\nid: "
        + id
        + "\nname: "
        + name
        + "\n"
        + Stream.of(lines).map(line -> line + "\n").reduce("", String::concat);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
