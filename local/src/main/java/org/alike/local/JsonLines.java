package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of one JSON value per line, appended to; without a file it forgets. What was appended
 * survives the death of this process. A last line cut short by a crash is dropped on reading.
 *
 * <p>Not safe for several threads: its owner holds a lock.
 */
final class JsonLines {
  private final @Nullable Path file;

  JsonLines(@Nullable Path file) {
    this.file = file;
  }

  List<JsonNode> read() {
    List<JsonNode> values = new ArrayList<>();
    if (file == null || !Files.exists(file)) {
      return values;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        values.add(Json.read(line));
      }
    } catch (Json.NotJson e) {
      replace(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  void append(JsonNode value) {
    if (file != null) {
      try {
        Files.writeString(file, value + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void replace(List<? extends JsonNode> values) {
    if (file != null) {
      StringBuilder text = new StringBuilder();
      values.forEach(value -> text.append(value).append('\n'));
      try {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
