package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.vocabulary.ImportedTerm.Scope;
import org.alike.vocabulary.ImportedTerm.Synonym;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imported names behind our own. */
class ImportedTest {
  private static final Map<Kind, List<Entry>> OURS =
      Map.of(
          Kind.CONDITION,
          ours(
              """
              neurology\tNeurological conditions\t\t\t\t\t\tcategory
              als\tAmyotrophic Lateral Sclerosis\tALS\tLou Gehrig's disease\tneurology\t\tICD-10=G12.2
              ms\tMultiple Sclerosis\tMS\t?CF\tneurology
              cf\tCystic Fibrosis\t?CF\t\tneurology\t\tMONDO=MONDO:0009061
              """));

  private static final ImportedTerm ROOT = term("DOID:4", "disease").build();
  private static final ImportedTerm NERVES =
      term("DOID:863", "nervous system disease").in("DOID:4").build();
  private static final ImportedTerm DO_ALS =
      term("DOID:332", "amyotrophic lateral sclerosis")
          .exact("motor neuron disease, bulbar")
          .codes("ICD10CM:G12.21", "ORDO:803")
          .in("DOID:863")
          .build();
  private static final ImportedTerm SARCOMA =
      term("DOID:8683", "myeloid sarcoma")
          .abbreviation("MS")
          .exact("chloroma")
          .in("DOID:4")
          .build();
  private static final ImportedTerm OSTEOPETROSIS =
      term("DOID:13533", "osteopetrosis")
          .lay("stone bone")
          .related("Albers condition")
          .codes("ICD10CM:Q78.2", "MESH:D010022")
          .in("DOID:4")
          .build();
  private static final ImportedTerm HAEMOGLOBINURIA =
      term("DOID:284", "paroxysmal nocturnal haemoglobinuria").in("DOID:332").build();

  private final Vocabulary vocabulary =
      with(List.of(ROOT, NERVES, DO_ALS, SARCOMA, OSTEOPETROSIS, HAEMOGLOBINURIA));

  @ParameterizedTest
  @CsvSource({
    "osteopetrosis, doid-13533, EXACT",
    "Stone Bone, doid-13533, EXACT",
    "bone stone, doid-13533, WORDING",
    "severe osteopetrosis, doid-13533, EXTRA_WORDS",
    "osteopetrosys, doid-13533, TYPO",
    "paroxysmal nocturnal hemoglobinuria, doid-284, SPELLING",
    "paroxismal nocturnal hemoglobinurias, doid-284, TYPO",
    "chloroma, doid-8683, EXACT",
    "motor neuron disease bulbar, als, EXACT",
    "lou gehrigs disease, als, EXACT"
  })
  void resolve_findsImportedNames_andSaysWhy(String words, String id, Why why) {
    assertThat(vocabulary.resolve(Kind.CONDITION, words))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.concept().id()).isEqualTo(id);
              assertThat(found.why()).isEqualTo(why);
              assertThat(vocabulary.find(Kind.CONDITION, id)).contains(found.concept());
            });
  }

  @Test
  void ourShortForms_areNeverHijacked() {
    assertThat(vocabulary.resolve(Kind.CONDITION, "MS"))
        .isInstanceOfSatisfying(
            Resolution.Found.class, found -> assertThat(found.concept().id()).isEqualTo("ms"));
  }

  @Test
  void importedShortForms_areAskedBack_neverBelieved() {
    Vocabulary other =
        with(List.of(term("DOID:1", "some rare disease").abbreviation("SRD").build()));

    assertThat(asked(other.resolve(Kind.CONDITION, "SRD"))).containsExactly("doid-1");
    assertThat(asked(other.resolve(Kind.CONDITION, "srd"))).containsExactly("doid-1");
    assertThat(other.resolve(Kind.CONDITION, "srds")).isEqualTo(new Resolution.Unknown());
  }

  @Test
  void namesForSomethingNear_areAskedBack() {
    assertThat(asked(vocabulary.resolve(Kind.CONDITION, "albers condition")))
        .containsExactly("doid-13533");
  }

  @Test
  void laypersonsWords_winOverOtherSynonyms() {
    Vocabulary other =
        with(
            List.of(
                term("HP:1", "first thing").exact("wobbly legs").build(),
                term("HP:2", "second thing").lay("wobbly legs").build()));

    assertThat(other.resolve(Kind.CONDITION, "wobbly legs"))
        .isInstanceOfSatisfying(
            Resolution.Found.class, found -> assertThat(found.concept().id()).isEqualTo("hp-2"));
  }

  @Test
  void sameSynonymOfTwo_isAskedBack() {
    Vocabulary other =
        with(
            List.of(
                term("DOID:1", "first thing").exact("the thing").build(),
                term("DOID:2", "second thing").exact("the thing").build()));

    assertThat(asked(other.resolve(Kind.CONDITION, "the thing")))
        .containsExactly("doid-1", "doid-2");
  }

  @Test
  void aTermThatIsOurs_isMerged_itsNamesAndCodesBehindOurs() {
    Concept als = vocabulary.find(Kind.CONDITION, "als").orElseThrow();

    assertThat(als.name()).isEqualTo("Amyotrophic Lateral Sclerosis");
    assertThat(als.otherNames())
        .containsExactly("Lou Gehrig's disease", "motor neuron disease, bulbar");
    assertThat(als.codes())
        .containsEntry("ICD-10", "G12.2")
        .containsEntry("DOID", "332")
        .containsEntry("Orphanet", "803");
    assertThat(als.parents()).containsExactly("neurology");
    assertThat(vocabulary.find(Kind.CONDITION, "doid-332")).isEmpty();
    assertThat(vocabulary.all(Kind.CONDITION)).hasSize(4).contains(als);
  }

  @Test
  void aTermIsOurs_byItsCode_whateverItsName() {
    Vocabulary other = with(List.of(term("MONDO:0009061", "CF lung-gut disease").build()));

    assertThat(other.resolve(Kind.CONDITION, "CF lung-gut disease").candidates())
        .extracting(candidate -> candidate.concept().id())
        .containsExactly("cf");
  }

  @Test
  void aCoarseCode_mergesNothing_whenTwoTermsHaveIt() {
    Vocabulary other =
        with(
            List.of(
                term("DOID:1", "first palsy").codes("ICD10CM:G12.2").build(),
                term("DOID:2", "second palsy").codes("ICD10CM:G12.2").build()));

    assertThat(other.find(Kind.CONDITION, "doid-1")).isPresent();
    assertThat(other.find(Kind.CONDITION, "doid-2")).isPresent();
  }

  @Test
  void hierarchy_leadsFromImportedToOurs() {
    assertThat(vocabulary.withAncestors(Kind.CONDITION, "doid-284"))
        .containsExactly("doid-284", "als", "neurology");
    assertThat(vocabulary.find(Kind.CONDITION, "doid-4").orElseThrow().category()).isTrue();
    assertThat(vocabulary.find(Kind.CONDITION, "doid-13533").orElseThrow().category()).isFalse();
  }

  @Test
  void twoOntologies_areOne_byCodeOrName() {
    ImportedTerm mondo =
        term("MONDO:0017198", "osteopetrosis (disease)")
            .exact("marble bones")
            .codes("DOID:13533")
            .build();
    ImportedTerm sameName = term("MONDO:2", "Myeloid Sarcoma").exact("granulocytic tumor").build();
    Vocabulary both = with(List.of(OSTEOPETROSIS, SARCOMA), List.of(mondo, sameName));

    assertThat(found(both, "marble bones")).isEqualTo("doid-13533");
    assertThat(found(both, "granulocytic tumor")).isEqualTo("doid-8683");
    assertThat(both.find(Kind.CONDITION, "doid-13533").orElseThrow().codes())
        .containsEntry("MONDO", "0017198")
        .containsEntry("MeSH", "D010022");
  }

  @Test
  void anExactImportedName_isNoMisspellingOfOurs() {
    assertThat(found(vocabulary, "cystic fibrosus")).isEqualTo("cf");
    assertThat(found(with(List.of(term("DOID:9", "cystic fibrosus").build())), "cystic fibrosus"))
        .isEqualTo("doid-9");
  }

  @Test
  void complete_offersOursFirst_thenImported() {
    assertThat(completed(vocabulary, "m")).containsExactly("ms", "doid-8683");
    assertThat(completed(vocabulary, "osteop")).containsExactly("doid-13533");
    assertThat(completed(vocabulary, "noct")).containsExactly("doid-284");
    assertThat(completed(vocabulary, "haemoglob")).containsExactly("doid-284");
    assertThat(completed(vocabulary, "hemoglob")).containsExactly("doid-284");
    assertThat(completed(vocabulary, "paroxysmal noc")).containsExactly("doid-284");
    assertThat(completed(vocabulary, "ostepe")).containsExactly("doid-13533");
    assertThat(completed(vocabulary, "disea")).doesNotContain("doid-4");
    assertThat(completed(vocabulary, "xyz")).isEmpty();
  }

  @Test
  void complete_offersWhatIsPopularFirst() {
    List<Match> matches =
        vocabulary.complete(Kind.CONDITION, "m", 10, id -> id.equals("doid-8683") ? 12 : 0);

    assertThat(matches)
        .extracting(match -> match.concept().id())
        .containsExactly("doid-8683", "ms");
  }

  @Test
  void sources_areKept() {
    assertThat(vocabulary.sources())
        .contains(new Source("Test", "2026-11-23", "CC0", "test.obo", "00"));
    assertThat(Vocabulary.curated().sources()).isEmpty();
  }

  @Test
  void file_isRefused_whenItIsDamagedOrOfAnotherVersion() {
    byte[] file = file(List.of(ROOT));

    assertRefused(new byte[0], "is no imported vocabulary");
    assertRefused(
        "garbage garbage garbage garbage".getBytes(StandardCharsets.UTF_8),
        "is no imported vocabulary");
    assertRefused(Arrays.copyOf(file, file.length - 1), "is damaged");
    assertRefused(changed(file, file.length / 2 + 10), "is damaged");
    assertRefused(changed(file, 7), "has format");
    assertThatThrownBy(() -> Imported.read(file, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other curated names")
        .hasMessageContaining("run the import again");
  }

  private static void assertRefused(byte[] file, String why) {
    assertThatThrownBy(() -> Imported.read(file, Entry.digest(OURS)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  private static byte[] changed(byte[] file, int at) {
    byte[] changed = file.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static byte[] file(List<ImportedTerm> terms) {
    return file(terms, List.of());
  }

  private static byte[] file(List<ImportedTerm> terms, List<ImportedTerm> others) {
    Source source = new Source("Test", "2026-11-23", "CC0", "test.obo", "00");
    return ImportedFile.of(
        List.of(
            new ImportedFile.Ontology(source, terms), new ImportedFile.Ontology(source, others)),
        OURS);
  }

  private static Vocabulary with(List<ImportedTerm> terms) {
    return with(terms, List.of());
  }

  private static Vocabulary with(List<ImportedTerm> terms, List<ImportedTerm> others) {
    byte[] file = file(terms, others);
    return new Vocabulary(OURS, Optional.of(Imported.read(file, Entry.digest(OURS))));
  }

  private static String found(Vocabulary vocabulary, String words) {
    Resolution resolution = vocabulary.resolve(Kind.CONDITION, words);
    return resolution instanceof Resolution.Found found
        ? found.concept().id()
        : resolution.toString();
  }

  private static List<String> asked(Resolution resolution) {
    return resolution instanceof Resolution.Ambiguous ambiguous
        ? ambiguous.candidates().stream().map(candidate -> candidate.concept().id()).toList()
        : List.of("not asked: " + resolution);
  }

  private static List<String> completed(Vocabulary vocabulary, String typed) {
    return vocabulary.complete(Kind.CONDITION, typed, 10).stream()
        .map(match -> match.concept().id())
        .toList();
  }

  private static List<Entry> ours(String text) {
    try {
      return ConceptFile.read(
          Kind.CONDITION, "test.tsv", new BufferedReader(new StringReader(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TermBuilder term(String id, String name) {
    return new TermBuilder(id, name);
  }

  private static final class TermBuilder {
    private final String id;
    private final String name;
    private final List<Synonym> synonyms = new ArrayList<>();
    private List<String> parents = List.of();
    private List<String> codes = List.of();

    TermBuilder(String id, String name) {
      this.id = id;
      this.name = name;
    }

    TermBuilder exact(String text) {
      synonyms.add(new Synonym(text, Scope.EXACT, false));
      return this;
    }

    TermBuilder lay(String text) {
      synonyms.add(new Synonym(text, Scope.LAYPERSON, false));
      return this;
    }

    TermBuilder related(String text) {
      synonyms.add(new Synonym(text, Scope.RELATED, false));
      return this;
    }

    TermBuilder abbreviation(String text) {
      synonyms.add(new Synonym(text, Scope.EXACT, true));
      return this;
    }

    TermBuilder codes(String... codes) {
      this.codes = List.of(codes);
      return this;
    }

    TermBuilder in(String... parents) {
      this.parents = List.of(parents);
      return this;
    }

    ImportedTerm build() {
      return new ImportedTerm(Kind.CONDITION, id, name, synonyms, parents, codes);
    }
  }
}
