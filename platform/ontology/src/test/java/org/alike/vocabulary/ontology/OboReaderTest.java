package org.alike.vocabulary.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.alike.vocabulary.ImportedTerm;
import org.alike.vocabulary.ImportedTerm.Scope;
import org.alike.vocabulary.ImportedTerm.Synonym;
import org.alike.vocabulary.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OboReaderTest {
  private final Path folder;

  OboReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void term_hasEverythingThatAVocabularyNeeds() throws IOException {
    ImportedTerm term =
        only(
            """
            format-version: 1.2
            ontology: hp

            [Term]
            id: HP:0000010 ! a comment
            name: Pain\\, recurrent
            def: "Text: with \\"quotes\\"." [PMID:1]
            synonym: "Lay \\"word\\"" EXACT layperson []
            synonym: "Other name" EXACT []
            synonym: "PR" EXACT abbreviation []
            synonym: "PRR" EXACT OMO:0003012 [] {comment="x"}
            synonym: "Narrow name" NARROW [PMID:2]
            synonym: "Old name" EXACT obsolete_synonym []
            xref: ICD10CM:R52 {source="MONDO:equivalentTo"} ! Pain
            xref: MESH:D010146 {source="MONDO:relatedTo"}
            is_a: HP:0000011 {is_inferred="true"} ! Something

            [Term]
            id: HP:0000011
            name: Something
            is_obsolete: false

            [Typedef]
            id: part_of
            name: part of
            """);

    assertThat(term)
        .isEqualTo(
            new ImportedTerm(
                Kind.SYMPTOM,
                "HP:0000010",
                "Pain, recurrent",
                List.of(
                    new Synonym("Lay \"word\"", Scope.LAYPERSON, false),
                    new Synonym("Other name", Scope.EXACT, false),
                    new Synonym("PR", Scope.EXACT, true),
                    new Synonym("PRR", Scope.EXACT, true),
                    new Synonym("Narrow name", Scope.RELATED, false)),
                List.of("HP:0000011"),
                List.of("ICD10CM:R52")));
  }

  @Test
  void graph_givesTheSameTerm() throws IOException {
    ImportedTerm term =
        only(
            """
            {"graphs": [{
              "nodes": [
                {"id": "http://purl.obolibrary.org/obo/HP_0000010", "type": "CLASS", "lbl": "Pain",
                 "meta": {"synonyms": [
                   {"pred": "hasExactSynonym", "val": "Lay word",
                    "synonymType": "http://purl.obolibrary.org/obo/hp#layperson"},
                   {"pred": "hasExactSynonym", "val": "PR",
                    "synonymType": "http://purl.obolibrary.org/obo/OMO_0003012"},
                   {"pred": "hasBroadSynonym", "val": "Broad name"}],
                  "xrefs": [{"val": "ICD10CM:R52"}]}},
                {"id": "http://purl.obolibrary.org/obo/HP_0000012", "type": "CLASS",
                 "lbl": "obsolete", "meta": {"deprecated": true}},
                {"id": "http://purl.obolibrary.org/obo/hp#part_of", "type": "PROPERTY"}
              ],
              "edges": [{"sub": "http://purl.obolibrary.org/obo/HP_0000010", "pred": "part_of",
                         "obj": "http://purl.obolibrary.org/obo/HP_0000099"}]
            }]}
            """);

    assertThat(term)
        .isEqualTo(
            new ImportedTerm(
                Kind.SYMPTOM,
                "HP:0000010",
                "Pain",
                List.of(
                    new Synonym("Lay word", Scope.LAYPERSON, false),
                    new Synonym("PR", Scope.EXACT, true),
                    new Synonym("Broad name", Scope.RELATED, false)),
                List.of(),
                List.of("ICD10CM:R52")));
  }

  @Test
  void ofPhenotypes_onlyWhatCanBeWrongIsTaken() throws IOException {
    ImportedTerm term =
        only(
            """
            [Term]
            id: HP:0000010
            name: Pain
            is_a: HP:0000118

            [Term]
            id: HP:0000118
            name: Phenotypic abnormality
            is_a: HP:0000001

            [Term]
            id: HP:0000001
            name: All

            [Term]
            id: HP:0012825
            name: Mild
            is_a: HP:0000001
            """);

    assertThat(term.id()).isEqualTo("HP:0000010");
    assertThat(terms()).extracting(ImportedTerm::id).containsExactly("HP:0000010", "HP:0000118");
  }

  private ImportedTerm only(String text) throws IOException {
    Files.writeString(folder.resolve("hp.obo"), text);
    return terms().get(0);
  }

  private List<ImportedTerm> terms() throws IOException {
    return OntologyReader.read(folder.resolve("hp.obo"), Optional.empty()).terms();
  }
}
