package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
  private final PageReader reader = new PageReader(Vocabulary.standard());

  @Test
  void page_isRead_whenItIsRight() {
    List<FilePage> pages =
        reader.read(List.of(Written.condition("migraine"), Written.site("about")));

    assertThat(pages).extracting(file -> file.page().name()).containsExactly("Migraine", "About");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slug: migraine          | slug: epilepsy             | slug: must be the file's name
          summary: In short.      | summaryy: In short.        | summary: This is needed.
          summary: In short.      | summary: [a, b]            | summary: This must be a text.
          reviewed: 2026-11-23    | reviewed: 2026-13-23       | reviewed: This must be a date
          nextReview: 2027-11-23  | nextReview: 2026-11-23     | nextReview: This must come after
          reviewedBy: Editors     | {reviewedBy: Editors       | front matter: is not readable YAML
          summary: In short.      | slug: migraine             | front matter: is not readable YAML
          summary: In short.      | summary: !!java.net.URL [] | front matter: is not readable YAML
          reviewedBy: Editors     | reviewedBy: E\\nmood: good  | mood: is not a field
          https://example.org/    | javascript:alert(1)        | sources.url: This must be an address
          publisher: An institute | by: An institute           | sources.publisher: This is needed.
          - id: guide             | - id: other                | sections.overview.sources: guide: The
          diagnosis: {sources     | diagnose: {sources         | sections.diagnose: is not a section
          diagnosis: {sources: [g | diagnosis: {mood: [g       | sections.diagnosis: may have sources
          is: {sources: [guide]}  | is: {sources: [guide], nextReview: 2026-01-01} | is.nextReview: This must
          {#symptoms}             | {#signs}                   | {#signs}: This must be one of
          {#symptoms}             | {#overview}                | {#overview}: This section is there
          Words on treatments.    | [later]: https://e.example | {#treatments}: There is nothing to read
          Words on treatments.    | # Loud                     | {#treatments}: Headings in a section
          ## About urgent-help    | # About urgent-help        | The section urgent-help is missing.
          ## About overview       | Hello.\\n\\n## About overview | text: begins before the first
          reviewedBy: Editors     | reviewedBy: E\\ncovers: [epilepsy] | covers: epilepsy: This is not a more
          reviewedBy: Editors     | reviewedBy: E\\nalsoKnownAs: [fits] | alsoKnownAs: fits: This does not
          reviewedBy: Editors     | reviewedBy: E\\nsymptoms: [nonsense] | symptoms: nonsense: The vocabulary
          reviewedBy: Editors     | reviewedBy: E\\ntreatments: riluzole | treatments: This must be a list
          """)
  void page_isRejectedWithFileAndField_whenWrong(String right, String wrong, String message) {
    PageFile file = Written.condition("migraine", right, wrong.replace("\\n", "\n"));

    assertThatThrownBy(() -> reader.read(List.of(file)))
        .isInstanceOf(PageRejected.class)
        .hasMessageStartingWith("Nothing was imported. conditions/migraine.md: ")
        .hasMessageContaining(message);
  }

  @Test
  void page_isRejected_whenTheVocabularyLacksIt() {
    assertThatThrownBy(() -> reader.read(List.of(Written.condition("made-up-disease"))))
        .hasMessageContaining("conditions/made-up-disease.md: slug: This is not a condition");
  }

  @Test
  void page_isRejected_whenItHasNoFrontMatter() {
    assertThatThrownBy(() -> reader.read(List.of(new PageFile("site/about.md", "Hello"))))
        .hasMessageContaining("site/about.md: front matter: must stand first");
  }

  @Test
  void variants_becomeOnePage_whenTheyLieBesideIt() {
    List<FilePage> pages =
        reader.read(
            List.of(
                Written.condition("migraine"),
                Written.variant("migraine", "es", "overview", "symptoms"),
                Written.variant("migraine", "es.plain", "overview"),
                Written.variant("migraine", "plain", "treatments")));

    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).page().outline().lines())
        .contains("es/plain overview=2027-05-23", "en/plain treatments=2027-05-23");
    assertThat(pages.get(0).page().titles())
        .containsEntry("es", new Title("Nombre", Optional.empty()));
    Manuscript manuscript = pages.get(0).page().manuscript().orElseThrow();
    assertThat(manuscript.variants().get(1).sections().get(0).sources()).containsExactly("guide");
  }

  @ParameterizedTest
  @CsvSource({
    "en, overview, migraine.en.md: name: must be",
    "es.simple, overview, migraine.es.simple.md: name: must be",
    "es, outlook, 'migraine.es.md: {#outlook}: The English standard text lacks'",
    "spanish, overview, migraine.spanish.md: name: must be"
  })
  void variant_isRejected_whenItHasNoPlaceInThePage(String ending, String section, String why) {
    List<PageFile> files =
        List.of(Written.condition("migraine"), Written.variant("migraine", ending, section));

    assertThatThrownBy(() -> reader.read(files)).hasMessageContaining(why);
  }

  @Test
  void variant_isRejected_whenItIsAlone() {
    List<PageFile> files = List.of(Written.variant("migraine", "es", "overview"));

    assertThatThrownBy(() -> reader.read(files))
        .hasMessageContaining("migraine.es.md: name: there is no English standard text beside it");
  }

  @Test
  void mistakesOfAllFiles_areTold_whenThereAreSeveral() {
    PageFile one = Written.condition("migraine", "In short.", "''");
    PageFile two = new PageFile("drafts/epilepsy.md", one.text());

    assertThatThrownBy(() -> reader.read(List.of(one, two)))
        .hasMessageContaining("conditions/migraine.md: summary")
        .hasMessageContaining("drafts/epilepsy.md: folder");
  }

  @Test
  void pages_areRejected_whenTwoCoverTheSameCondition() {
    PageFile one = covering("type-1-diabetes");
    PageFile two = covering("type-2-diabetes");

    assertThatThrownBy(() -> reader.read(List.of(one, two)))
        .hasMessageContaining(
            "type-2-diabetes: covers: already the matter of page type-1-diabetes");
  }

  @Test
  void lines_mayEndAsWindowsEndsThem() {
    PageFile file = Written.condition("migraine");
    PageFile windows = new PageFile(file.path(), file.text().replace("\n", "\r\n"));

    assertThat(reader.read(List.of(windows)).get(0)).isEqualTo(reader.read(List.of(file)).get(0));
  }

  private static PageFile covering(String slug) {
    return Written.condition(slug, "reviewedBy: Editors", "reviewedBy: E\ncovers: [diabetes]");
  }
}
