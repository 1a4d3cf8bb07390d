package org.alike.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Many people do the same at the same time. */
final class AtOnce {
  private static final int THREADS = 64;

  private AtOnce() {}

  /** Does it with every number below {@code many}, and passes on the first failure. */
  static void times(int many, IntConsumer action) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int number = i;
      running.add(threads.submit(() -> action.accept(number)));
    }
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
  }
}
