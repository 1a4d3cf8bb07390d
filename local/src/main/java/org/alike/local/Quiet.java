package org.alike.local;

import java.time.Duration;
import java.util.List;

/** Finds out when everything that was set in motion has come to rest. */
final class Quiet {
  private static final int PAUSE_MILLIS = 5;

  private final Functions functions;
  private final AsyncQueue queue;
  private final Streams streams;

  Quiet(Functions functions, AsyncQueue queue, Streams streams) {
    this.functions = functions;
    this.queue = queue;
    this.streams = streams;
  }

  boolean await(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      long ended = functions.ended();
      boolean idle = functions.running() == 0 && queue.pending() == 0;
      if (idle && streamsEmpty(end) && functions.ended() == ended && queue.pending() == 0) {
        return true;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  /** Two passes: the first one may have begun before the last write. */
  private boolean streamsEmpty(long end) throws InterruptedException {
    List<Long> before = streams.emptyPasses();
    while (System.nanoTime() < end && functions.running() == 0) {
      streams.nudgeAll();
      Thread.sleep(PAUSE_MILLIS);
      List<Long> now = streams.emptyPasses();
      boolean all = true;
      for (int i = 0; i < now.size(); i++) {
        all &= now.get(i) >= before.get(i) + 2;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }
}
