package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
  private final PageReader reader = new PageReader(Vocabulary.standard());

  @Test
  void page_isRead_whenItIsRight() {
    List<Page> pages = reader.read(List.of(Written.condition("migraine"), Written.site("about")));

    assertThat(pages).extracting(Page::name).containsExactly("Migraine", "About");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          slug: migraine          | slug: epilepsy             | slug: must be the file's name
          summary: In short.      | summaryy: In short.        | summary: must be a text
          summary: In short.      | summary: [a, b]            | summary: must be a text
          reviewed: 2026-11-23    | reviewed: 2026-13-23       | reviewed: must be a date
          nextReview: 2027-11-23  | nextReview: 2026-11-23     | nextReview: must come after
          reviewedBy: Editors     | {reviewedBy: Editors       | front matter: is not readable YAML
          summary: In short.      | slug: migraine             | front matter: is not readable YAML
          summary: In short.      | summary: !!java.net.URL [] | front matter: is not readable YAML
          reviewedBy: Editors     | reviewedBy: E\\nmood: good  | mood: is not a field
          https://example.org/    | javascript:alert(1)        | sources.url: must begin with https
          publisher: An institute | by: An institute           | sources.publisher: must be a text
          {#symptoms}             | {#signs}                   | needs an aspect such as {#symptoms}
          {#symptoms}             | {#overview}                | {#overview}: must be there once
          Words on treatments.    | [later]: https://e.example | {#treatments}: must be there once
          ## About urgent-help    | # About urgent-help        | {#urgent-help}: is missing
          ## About overview       | Hello.\\n\\n## About overview | text: begins before the first
          reviewedBy: Editors     | reviewedBy: E\\ncovers: [epilepsy] | covers: may name only
          reviewedBy: Editors     | reviewedBy: E\\nalsoKnownAs: [fits] | alsoKnownAs: fits does not
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
        .hasMessageContaining("conditions/made-up-disease.md: slug: is not a condition");
  }

  @Test
  void page_isRejected_whenItHasNoFrontMatter() {
    assertThatThrownBy(() -> reader.read(List.of(new PageFile("site/about.md", "Hello"))))
        .hasMessageContaining("site/about.md: front matter: must stand first");
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

    assertThat(reader.read(List.of(windows)).get(0).digest())
        .isEqualTo(reader.read(List.of(file)).get(0).digest());
  }

  private static PageFile covering(String slug) {
    return Written.condition(slug, "reviewedBy: Editors", "reviewedBy: E\ncovers: [diabetes]");
  }
}
