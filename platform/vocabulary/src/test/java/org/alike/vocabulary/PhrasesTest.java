package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Patients' own words, as in the list beside this test. */
class PhrasesTest {
  private final Vocabulary vocabulary = Vocabulary.curated();

  @Test
  void resolve_isRight_orSaysThatItIsNotSure() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> phrases = phrases();
    for (String phrase : phrases) {
      String[] columns = phrase.split("\t", -1);
      Resolution meaning = vocabulary.resolve(Kind.valueOf(columns[0]), columns[1]);
      String found = meaning instanceof Resolution.Found match ? match.concept().id() : "?";
      if (!found.equals(columns[2])) {
        wrong.add(phrase + " but found " + found);
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(phrases).hasSizeGreaterThan(1500);
  }

  private static List<String> phrases() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(PhrasesTest.class.getResourceAsStream("phrases.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
