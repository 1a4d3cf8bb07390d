package org.alike.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * People who send forms, one after the other each, and who send again what was not answered, as
 * clients do. Without a key that makes one record only within a minute; whoever is not answered
 * until then gives up, and may have been heard or not.
 */
final class Senders {
  private static final Duration GIVES_UP = Duration.ofSeconds(40);
  private static final int PAUSE_MILLIS = 100;
  private final URI api;
  private final Ledger ledger;
  private final AtomicInteger numbers = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("sender"));
  private final List<Future<?>> all;
  private volatile boolean going = true;

  Senders(URI api, Ledger ledger, int count) {
    this.api = api;
    this.ledger = ledger;
    this.all =
        IntStream.range(0, count).<Future<?>>mapToObj(i -> threads.submit(this::go)).toList();
  }

  /** Everybody finishes what they have begun. */
  void finish() {
    going = false;
    try {
      for (Future<?> sender : all) {
        sender.get(2, TimeUnit.MINUTES);
      }
    } catch (Exception broken) {
      throw new IllegalStateException("A sender failed", broken);
    } finally {
      threads.shutdownNow();
    }
  }

  private Void go() throws InterruptedException, ExecutionException {
    while (going) {
      SentForm form = new SentForm(numbers.incrementAndGet());
      CompletableFuture<Void> second =
          form.isTwice()
              ? CompletableFuture.runAsync(() -> send(form), threads)
              : CompletableFuture.completedFuture(null);
      send(form);
      second.get();
    }
    return null;
  }

  private void send(SentForm form) {
    long began = System.nanoTime();
    while (System.nanoTime() - began < GIVES_UP.toNanos()) {
      try {
        long start = System.nanoTime();
        HttpResponse<String> answer =
            http.send(form.request(api), HttpResponse.BodyHandlers.ofString());
        if (isAnswered(form, answer, System.nanoTime() - start)) {
          return;
        }
      } catch (IOException cut) {
        // Nobody knows whether it was heard.
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
      ledger.repeated();
      pause();
    }
  }

  private boolean isAnswered(SentForm form, HttpResponse<String> answer, long took) {
    int status = answer.statusCode();
    if (status == 200) {
      ledger.accepted(form.number(), id(answer), took);
    } else if (status == 303) {
      ledger.accepted(form.number(), Ledger.SOME_ID, took);
    } else if (status != 429 && status < 500) {
      ledger.complain("submission " + form.number() + " was refused with " + status);
    }
    return status != 429 && status < 500;
  }

  private static String id(HttpResponse<String> answer) {
    try {
      return Json.read(answer.body()).path("submissionId").asText();
    } catch (Json.NotJson unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
