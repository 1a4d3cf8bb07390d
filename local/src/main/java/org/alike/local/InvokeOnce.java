package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Invokes one function once with an event from a file, over the kept tables, prints its answer and
 * waits for what follows from it.
 */
final class InvokeOnce {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private InvokeOnce() {}

  /** The exit code: 0 when the function answered, 1 when it failed or answered 500 or more. */
  static int run(Settings settings, String function, String file) throws InterruptedException {
    JsonNode event = event(file);
    try (AlikeLocal alike = AlikeLocal.start(settings, step -> {})) {
      alike.template().function(function);
      JsonNode answer = alike.invoke(function, event);
      System.out.println(Json.pretty(answer));
      alike.awaitQuiet(PATIENCE);
      return answer.path("statusCode").asInt() >= 500 ? 1 : 0;
    } catch (AlikeLocal.FunctionFailed e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static JsonNode event(String file) {
    if (file.isBlank()) {
      return Json.object();
    }
    try {
      return Json.read(Files.readString(Path.of(file)));
    } catch (Json.NotJson e) {
      throw new StartProblem("The event " + file + " is not JSON", e);
    } catch (IOException e) {
      throw new StartProblem("The event " + file + " cannot be read", e);
    }
  }
}
