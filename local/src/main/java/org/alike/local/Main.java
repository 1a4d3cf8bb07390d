package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * {@code mvn -Plocal}: runs template.yaml on this machine until Ctrl-C. With {@code -Dfunction=}
 * and {@code -Devent=} it invokes one function once instead.
 *
 * <p>Exit codes: 0 stopped or answered, 1 the function failed, 2 the stack cannot start.
 */
public final class Main {
  private static final Duration DEMO_PATIENCE = Duration.ofMinutes(5);

  private final long started = System.nanoTime();
  private final Settings settings;

  private Main(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Settings settings = Settings.of(System.getProperties(), Path.of("").toAbsolutePath());
      String function = System.getProperty("alike.function", "");
      if (function.isBlank()) {
        new Main(settings).run();
      } else {
        System.exit(InvokeOnce.run(settings, function, System.getProperty("alike.event", "")));
      }
    } catch (StartProblem e) {
      System.err.println("Alike cannot start: " + e.line());
      System.exit(2);
    }
  }

  private void run() throws InterruptedException {
    AlikeLocal alike = AlikeLocal.start(settings, this::say);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(alike, stopped), "stop"));
    importContent(alike);
    makeCommunity(alike);
    alike.ready();
    say("Ready");
    addresses(alike.api());
    stopped.await();
  }

  private void importContent(AlikeLocal alike) throws InterruptedException {
    if (alike.template().functions().containsKey("ContentImporter")) {
      JsonNode answer = alike.invoke("ContentImporter", Json.object());
      say("Imported the pages: " + answer);
    }
  }

  private void makeCommunity(AlikeLocal alike) throws InterruptedException {
    Path mark = settings.data() == null ? null : settings.data().resolve("community");
    if (mark == null || Files.exists(mark) || !DemoCommunity.exists()) {
      return;
    }
    try {
      new DemoCommunity(alike.api()).make(this::say);
    } catch (StartProblem unfinished) {
      say(unfinished.line() + ". It goes on with the next start.");
      return;
    }
    alike.awaitQuiet(DEMO_PATIENCE);
    try {
      Files.createFile(mark);
    } catch (IOException e) {
      throw new StartProblem("Cannot write to " + settings.data(), e);
    }
  }

  private void addresses(URI api) {
    System.out.printf(
        """

          The ALS page   %1$s/
          Mail outbox    %1$s/_local/outbox
          What happens   %1$s/_local/
          The API        %1$s/conditions

        Ctrl-C stops it; what you did is kept in %2$s.

        """,
        api, settings.data());
  }

  private void say(String step) {
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, step);
  }

  private static void stop(AlikeLocal alike, CountDownLatch stopped) {
    alike.close();
    System.out.println("Stopped.");
    stopped.countDown();
  }
}
