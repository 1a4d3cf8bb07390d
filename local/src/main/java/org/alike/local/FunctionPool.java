package org.alike.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one function. As on Lambda each serves one request at a time, another is made
 * when all are busy, and one that failed its time limit is thrown away. Past the limit of instances
 * requests wait.
 */
final class FunctionPool {
  static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

  private final Template.Function function;
  private final Supplier<RequestStreamHandler> maker;
  private final ExecutorService threads;
  private final Ids ids;
  private final Semaphore permits;
  private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();

  FunctionPool(
      Template.Function function,
      Supplier<RequestStreamHandler> maker,
      int limit,
      ExecutorService threads,
      Ids ids) {
    this.function = function;
    this.maker = maker;
    this.threads = threads;
    this.ids = ids;
    this.permits = new Semaphore(limit, true);
  }

  Template.Function function() {
    return function;
  }

  /**
   * Invokes the function and waits for its end, whatever it is.
   *
   * @throws InterruptedException when this thread is told to stop
   */
  Outcome invoke(byte[] event) throws InterruptedException {
    permits.acquire();
    try {
      return run(event);
    } finally {
      permits.release();
    }
  }

  private Outcome run(byte[] event) throws InterruptedException {
    long start = System.nanoTime();
    LambdaContext context = new LambdaContext(function, ids.next());
    Future<byte[]> running = threads.submit(() -> call(event, context));
    Outcome.@Nullable Fault error = null;
    byte[] answer = new byte[0];
    try {
      answer = running.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      error = new Outcome.Fault("Sandbox.Timedout", "Task timed out after " + function.timeout());
    } catch (ExecutionException e) {
      error = describe(e.getCause());
    }
    String text = new String(answer, StandardCharsets.UTF_8);
    if (answer.length > PAYLOAD_LIMIT) {
      text = "";
      error = new Outcome.Fault("Function.ResponseSizeTooLarge", "The answer exceeds 6 MB");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Outcome(context.getAwsRequestId(), text, error, took, context.lines());
  }

  private byte[] call(byte[] event, LambdaContext context) throws Exception {
    RequestStreamHandler instance = idle.pollFirst();
    if (instance == null) {
      instance = maker.get();
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Permissions.apply(function);
    try {
      instance.handleRequest(new ByteArrayInputStream(event), answer, context);
    } finally {
      Permissions.clear();
      if (context.getRemainingTimeInMillis() > 0) {
        idle.addFirst(instance);
      }
    }
    return answer.toByteArray();
  }

  private static Outcome.Fault describe(@Nullable Throwable failure) {
    Throwable cause = failure == null ? new IllegalStateException() : failure;
    return new Outcome.Fault(cause.getClass().getName(), String.valueOf(cause.getMessage()));
  }
}
