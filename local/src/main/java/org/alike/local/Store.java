package org.alike.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder of the local stack, or its absence. */
record Store(@Nullable Path folder) {

  /** Where a file is, its folder made; null when nothing is kept. */
  @Nullable Path file(String name) {
    if (folder == null) {
      return null;
    }
    try {
      return Files.createDirectories(folder).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonLines lines(String name) {
    return new JsonLines(file(name));
  }
}
