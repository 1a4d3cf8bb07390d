package org.alike.alikes;

import java.util.concurrent.ThreadLocalRandom;
import org.alike.kernel.Failure;

/**
 * Keeps the logs of cohorts short, and takes those who are gone out of segments. Who dies in
 * between leaves nothing that counts wrong: first the manifest names the new segments, then the log
 * loses what is in them. Thread-safe, and many may be at work on one cohort at once.
 */
final class Merges {
  private static final int ATTEMPTS = 10;
  private static final int PAUSE_MILLIS = 40;
  private final CohortStore store;

  Merges(CohortStore store) {
    this.store = store;
  }

  /** Merges the log if it is long. If somebody else does so at the same time, one is enough. */
  void tend(String condition) {
    if (store.read(condition).log().size() >= Merging.LONG_LOG) {
      merge(store.readConsistently(condition));
    }
  }

  /**
   * Takes a member who is gone out of all segments; then the mark is gone, too.
   *
   * @throws Failure UNAVAILABLE when others were quicker each time: the mark is still there, and it
   *     can be tried again
   */
  void remove(String condition, String memberId) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CohortState state = store.readConsistently(condition);
      if (state.complete() && state.log().stream().noneMatch(entry -> isMark(entry, memberId))) {
        return;
      }
      if (!merge(state)) {
        pause();
      }
    }
    throw Failure.unavailable(1);
  }

  /** Does nothing when somebody else is quicker, and tells so. */
  private boolean merge(CohortState state) {
    try {
      Merge merge = Merging.of(state, segment -> read(state.condition(), segment));
      if (merge.trimsOnly() || store.merge(state.condition(), merge)) {
        store.trim(state.condition(), merge.trimmed());
        return true;
      }
    } catch (Replaced meanwhile) {
      // The other merge has done it.
    }
    return false;
  }

  private byte[] read(String condition, Segment segment) {
    return store.segmentConsistently(condition, segment.id()).orElseThrow(Replaced::new);
  }

  private static boolean isMark(LogEntry entry, String memberId) {
    return entry.gone() && entry.memberId().equals(memberId);
  }

  /** Those who were in each other's way should not be so again. */
  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failure.unavailable(1);
    }
  }

  /** Another merge has removed a segment while this one was reading. */
  private static final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Replaced() {
      super("A segment was replaced", null, false, false);
    }
  }
}
