package org.alike.wisdom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/** The requests and events kept in the repository's folder of events. */
final class Events {
  private static final Path FOLDER = Path.of("../../events/wisdom");

  private Events() {}

  static Map<String, Object> read(String name) {
    try {
      return Json.trusted(Files.readString(FOLDER.resolve(name)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The objects of a JSON list. */
  static List<Map<String, Object>> objects(@Nullable Object list) {
    return list instanceof List<?> entries
        ? entries.stream().map(entry -> Json.asObject(entry).orElseThrow()).toList()
        : List.of();
  }

  /** The only number of a JSON list. */
  static int number(@Nullable Object list) {
    if (list instanceof List<?> numbers
        && numbers.size() == 1
        && numbers.get(0) instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException("Not a list of one number");
  }

  static Set<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
