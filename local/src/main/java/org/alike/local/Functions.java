package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** All functions of the template, ready to be invoked; every invocation goes into the trace. */
final class Functions {
  private final Map<String, FunctionPool> pools;
  private final Trace trace;
  private final FunctionLog log;
  private final Clock clock;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong ended = new AtomicLong();
  private volatile Consumer<Template.Function> afterwards = function -> {};

  Functions(Map<String, FunctionPool> pools, Trace trace, FunctionLog log, Clock clock) {
    this.pools = pools;
    this.trace = trace;
    this.log = log;
    this.clock = clock;
  }

  /** Something to do after each invocation: the function may have written to its table. */
  void afterEach(Consumer<Template.Function> action) {
    afterwards = action;
  }

  boolean has(String name) {
    return pools.containsKey(name);
  }

  Template.Function function(String name) {
    return pool(name).function();
  }

  /**
   * Invokes a function and waits for its end.
   *
   * @throws InterruptedException when this thread is told to stop
   */
  Outcome invoke(String name, JsonNode event, Origin origin) throws InterruptedException {
    running.incrementAndGet();
    Instant at = clock.instant();
    try {
      Outcome outcome = pool(name).invoke(Json.bytes(event));
      trace.add(Trace.Step.of(name, origin, at, outcome));
      log.write(name, origin, outcome);
      return outcome;
    } finally {
      ended.incrementAndGet();
      running.decrementAndGet();
      afterwards.accept(function(name));
    }
  }

  /** How many invocations are under way. */
  int running() {
    return running.get();
  }

  /** How many invocations have ended so far. */
  long ended() {
    return ended.get();
  }

  private FunctionPool pool(String name) {
    FunctionPool pool = pools.get(name);
    if (pool == null) {
      throw new StartProblem("There is no function " + name);
    }
    return pool;
  }
}
