package org.alike.forms;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time whose traces lie together, so that those of days ago are in nobody's way. Four
 * times as long as the limit looks back, so that mostly one is enough to know the rate; begins five
 * minutes off the full hour, when less arrives.
 *
 * @param start in seconds
 * @param length in seconds
 * @param begun how many seconds ago
 */
record Period(long start, long length, long begun) {
  private static final long SHORTEST = 600;
  private static final long TIMES = 4;
  private static final long OFFSET = 300;

  static Period of(Instant now, Duration looksBack) {
    long length = Math.max(SHORTEST, TIMES * looksBack.toSeconds());
    long begun = Math.floorMod(now.getEpochSecond() - OFFSET, length);
    return new Period(now.getEpochSecond() - begun, length, begun);
  }

  Period before() {
    return new Period(start - length, length, begun + length);
  }

  /** Whether what was sent so long ago may belong to the period before. */
  boolean reachesBack(Duration ago) {
    return begun <= ago.toSeconds();
  }
}
