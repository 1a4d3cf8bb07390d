package org.alike.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bucket's objects as files: the content under the digest of its key, and beside it what is known
 * of it. What is known comes last, so that an object is there whole or not at all. Thread-safe.
 */
final class Objects {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INFO = ".json";
  private final Path folder;
  private final Clock clock;

  Objects(Path folder, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
    clean();
  }

  /** A file for content that is not an object yet. */
  Path incoming() {
    return folder.resolve(UUID.randomUUID() + ".part");
  }

  synchronized StoredObject put(String key, Received content, Map<String, String> headers)
      throws IOException {
    StoredObject object =
        new StoredObject(key, content.size(), content.etag(), clock.instant(), headers);
    Path info = incoming();
    JSON.writeValue(info.toFile(), json(object));
    move(content.file(), content(key));
    move(info, info(key));
    return object;
  }

  synchronized @Nullable StoredObject find(String key) throws IOException {
    Path info = info(key);
    return Files.exists(info) ? read(info) : null;
  }

  /** The content's file; what is read from it stays, even when the object is deleted meanwhile. */
  Path content(String key) {
    return folder.resolve(Scope.sha256(key));
  }

  synchronized void delete(String key) throws IOException {
    Files.deleteIfExists(info(key));
    Files.deleteIfExists(content(key));
  }

  /** The objects whose keys begin so, in the keys' order. */
  synchronized List<StoredObject> list(String prefix) throws IOException {
    List<StoredObject> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(INFO)).toList()) {
        StoredObject object = read(file);
        if (object.key().startsWith(prefix)) {
          found.add(object);
        }
      }
    }
    found.sort(Comparator.comparing(StoredObject::key));
    return found;
  }

  private Path info(String key) {
    return folder.resolve(Scope.sha256(key) + INFO);
  }

  /** What was on its way when the process ended. */
  private void clean() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".part")).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ObjectNode json(StoredObject object) {
    ObjectNode json = JSON.createObjectNode();
    json.put("key", object.key()).put("size", object.size()).put("etag", object.etag());
    json.put("modified", object.modified().toString());
    ObjectNode headers = json.putObject("headers");
    object.headers().forEach(headers::put);
    return json;
  }

  private static StoredObject read(Path info) throws IOException {
    JsonNode json = JSON.readTree(info.toFile());
    Map<String, String> headers = new TreeMap<>();
    json.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return new StoredObject(
        json.path("key").asText(),
        json.path("size").asLong(),
        json.path("etag").asText(),
        Instant.parse(json.path("modified").asText()),
        headers);
  }
}
