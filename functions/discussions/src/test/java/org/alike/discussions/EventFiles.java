package org.alike.discussions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alike.kernel.Json;

/** The events of {@code events/discussions}, which also serve for invoking a function by hand. */
final class EventFiles {
  /** The thread that the files speak of, and the member who calls in them. */
  static final String THREAD = "019ab0d5-7c00-7000-8000-00000000a150";

  static final String MEMBER = "019ab0d0-0000-7000-8000-000000000001";
  static final String OTHER = "019ab0d0-0000-7000-8000-000000000002";
  private static final Path FOLDER = Path.of("../../events/discussions");

  private EventFiles() {}

  static Map<String, Object> read(String name) {
    try (InputStream file = Files.newInputStream(FOLDER.resolve(name + ".json"))) {
      return Json.trusted(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Set<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
