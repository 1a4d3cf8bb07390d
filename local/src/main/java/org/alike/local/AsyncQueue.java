package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lambda's queue of asynchronous invocations: what it has accepted is delivered at least once, in
 * no promised order, also after a crash. A function that fails is tried again as often as its
 * {@code EventInvokeConfig} says, and then the failure destination hears of it.
 */
final class AsyncQueue implements AutoCloseable {
  private static final int WORKERS = 8;

  private final Functions functions;
  private final Journal journal;
  private final Undelivered undelivered;
  private final Ids ids;
  private final Clock clock;
  private final long retryMillis;
  private final ScheduledThreadPoolExecutor workers;
  private final AtomicInteger waiting = new AtomicInteger();

  AsyncQueue(
      Functions functions,
      Journal journal,
      Undelivered undelivered,
      Ids ids,
      Clock clock,
      long retryMillis) {
    this.functions = functions;
    this.journal = journal;
    this.undelivered = undelivered;
    this.ids = ids;
    this.clock = clock;
    this.retryMillis = retryMillis;
    this.workers = new ScheduledThreadPoolExecutor(WORKERS, Threads.daemon("async"));
  }

  /** Takes up what an earlier run of the local stack accepted and did not finish. */
  void resume() {
    journal.pending().forEach((id, work) -> later(id, work, 0));
  }

  /** Accepts an invocation; when this returns, the event is not lost any more. */
  void submit(String function, JsonNode event, Origin origin) {
    ObjectNode work = Json.object().put("function", function);
    work.put("kind", origin.kind()).put("what", origin.what()).set("event", event);
    origin.causes().forEach(work.withArray("causes")::add);
    String id = ids.next();
    journal.accept(id, work);
    later(id, work, 0);
  }

  /** How many invocations are accepted and not finished. */
  int pending() {
    return waiting.get();
  }

  private void later(String id, JsonNode work, int failures) {
    if (failures == 0) {
      waiting.incrementAndGet();
    }
    long delay = failures == 0 ? 0 : retryMillis << (failures - 1);
    try {
      Future<?> unused =
          workers.schedule(() -> attempt(id, work, failures), delay, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      waiting.decrementAndGet(); // we are stopping; the journal keeps it for the next start
    }
  }

  private void attempt(String id, JsonNode work, int failures) {
    try {
      Outcome outcome =
          functions.invoke(work.get("function").asText(), work.get("event"), origin(work));
      if (outcome.failed()) {
        failed(id, work, failures + 1, outcome);
      } else {
        finish(id);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void failed(String id, JsonNode work, int failures, Outcome outcome) {
    Template.Function function = functions.function(work.get("function").asText());
    if (failures <= function.retries()) {
      later(id, work, failures);
      return;
    }
    if (function.onFailure() != null) {
      undelivered.send(function.onFailure(), message(work, function, failures, outcome));
    }
    finish(id);
  }

  private void finish(String id) {
    journal.done(id);
    waiting.decrementAndGet();
  }

  private JsonNode message(
      JsonNode work, Template.Function function, int attempts, Outcome outcome) {
    ObjectNode message = Json.object().put("version", "1.0");
    message.put("timestamp", clock.instant().toString());
    message
        .putObject("requestContext")
        .put("requestId", outcome.requestId())
        .put("functionArn", Arn.ofFunction(function.name()))
        .put("condition", "RetriesExhausted")
        .put("approximateInvokeCount", attempts);
    message.set("requestPayload", work.get("event"));
    message
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "1")
        .put("functionError", "Unhandled");
    message.set("responsePayload", outcome.payload());
    return message;
  }

  private static Origin origin(JsonNode work) {
    Set<String> causes = new HashSet<>();
    work.path("causes").forEach(cause -> causes.add(cause.asText()));
    return new Origin(work.path("kind").asText(), work.path("what").asText(), causes);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
