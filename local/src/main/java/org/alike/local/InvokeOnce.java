package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Invokes one function once with an event from a file and prints its answer: in the local stack
 * that is running, or else in one of its own over the kept tables, waiting for what follows.
 */
final class InvokeOnce {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private InvokeOnce() {}

  /** The exit code: 0 when the function answered, 1 when it failed or answered 500 or more. */
  static int run(Settings settings, String function, String file) throws InterruptedException {
    JsonNode event = event(file);
    Optional<LambdaClient.Answer> running =
        LambdaClient.at(settings.ports().aws()).invoke(function, event);
    if (running.isPresent()) {
      return show(running.get());
    }
    try (AlikeLocal alike = AlikeLocal.start(settings, step -> {})) {
      alike.template().function(function);
      int code = show(new LambdaClient.Answer(alike.invoke(function, event), false));
      alike.awaitQuiet(PATIENCE);
      return code;
    } catch (AlikeLocal.FunctionFailed e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static int show(LambdaClient.Answer answer) {
    System.out.println(Json.pretty(answer.payload()));
    return answer.failed() || answer.payload().path("statusCode").asInt() >= 500 ? 1 : 0;
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
