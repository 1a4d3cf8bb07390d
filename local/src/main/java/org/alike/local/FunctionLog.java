package org.alike.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the functions' log lines go: all to a file, begun anew with each start, and to the screen
 * one line per request and every error.
 */
final class FunctionLog {
  private final @Nullable Path file;
  private final PrintStream screen;
  private boolean requests;

  FunctionLog(@Nullable Path file, PrintStream screen) {
    this.file = file;
    this.screen = screen;
    if (file != null) {
      forget(file);
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on the screen shows every request, not only what failed. */
  synchronized void showRequests() {
    requests = true;
  }

  synchronized void write(String function, Origin origin, Outcome outcome) {
    if (file != null && !outcome.log().isEmpty()) {
      append(String.join("\n", outcome.log()) + "\n");
    }
    if (outcome.error() != null) {
      String problem = outcome.error().type() + ": " + outcome.error().message();
      screen.println(function + " failed (" + origin.what() + "): " + problem);
      if (file != null) {
        append(function + " " + outcome.requestId() + " " + problem + "\n");
      }
    } else if (requests && origin.kind().equals("request")) {
      screen.printf(
          Locale.ROOT,
          "%-40s %4s %5d ms%n",
          origin.what(),
          outcome.payload().path("statusCode").asText("200"),
          outcome.took().toMillis());
    }
  }

  private void append(String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
