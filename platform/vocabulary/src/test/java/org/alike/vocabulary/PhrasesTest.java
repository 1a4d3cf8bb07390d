package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Patients' own words, as in the list beside this test. */
class PhrasesTest {
  private final Vocabulary vocabulary = Vocabulary.curated();

  @ParameterizedTest
  @CsvFileSource(resources = "phrases.tsv", delimiter = '\t', quoteCharacter = '"')
  void resolve_isRight_orSaysThatItIsNotSure(Kind kind, String words, String id) {
    Resolution resolution = vocabulary.resolve(kind, words);

    String found = resolution instanceof Resolution.Found match ? match.concept().id() : "?";
    assertThat(found).as(words).isEqualTo(id);
  }
}
