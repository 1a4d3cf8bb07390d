package org.alike.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words that look like a slip in a name, but are words: false friends, such as "painting" beside
 * "fainting". The words of the names themselves are others; these are in none.
 */
final class RealWords {
  private static final String FILE = "words.txt";

  private RealWords() {}

  /** The words of this jar's list. */
  static List<String> listed() {
    InputStream stream = RealWords.class.getResourceAsStream(FILE);
    if (stream == null) {
      throw new IllegalStateException("The vocabulary's data file " + FILE + " is missing");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ", -1)).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
