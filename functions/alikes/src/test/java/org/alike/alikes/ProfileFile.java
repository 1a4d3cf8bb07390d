package org.alike.alikes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of profiles, one a line, read line by line as often as asked. A line that can't be used is
 * left out; empty lines are none.
 */
record ProfileFile(Path path) {
  /**
   * Reads all profiles.
   *
   * @param complaints told of each bad line by its number
   * @return how many lines are bad
   */
  int read(Consumer<Row> reader, PrintStream complaints) throws IOException {
    Set<String> ids = new HashSet<>();
    int bad = 0;
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        try {
          if (!line.isBlank()) {
            reader.accept(row(line, ids));
          }
        } catch (IllegalArgumentException wrong) {
          bad++;
          complaints.println("line " + number + ": " + wrong.getMessage());
        }
      }
    }
    return bad;
  }

  private static Row row(String line, Set<String> ids) {
    Row row = ProfileLine.of(line).row();
    if (!ids.add(row.id())) {
      throw new IllegalArgumentException("the id is that of an earlier line");
    }
    return row;
  }
}
