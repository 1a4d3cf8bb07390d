package org.alike.alikes;

import java.util.Collection;
import java.util.Optional;

/** Keeps the cohorts of conditions: rows in segments, and a log of what changed since. */
interface CohortStore {
  /** So much of a log is read at most. */
  int MOST_LOGGED = 500;

  /** The cohort; a write of the last second may be missing. */
  CohortState read(String condition);

  /** The cohort with every write that ended before, at twice the cost. */
  CohortState readConsistently(String condition);

  /** The rows of a segment; none when a merge has replaced it, or wrote it a moment ago. */
  Optional<byte[]> segment(String condition, String id);

  /** The same with every write that ended before, at twice the cost. */
  Optional<byte[]> segmentConsistently(String condition, String id);

  /**
   * Writes the segments and the manifest of a merge, and removes the segments it replaces. All of
   * it happens, or nothing.
   *
   * @return false, with nothing written, when there was another merge meanwhile
   */
  boolean merge(String condition, Merge merge);

  /** Removes entries from the log, each unless it has changed meanwhile. */
  void trim(String condition, Collection<LogEntry> entries);
}
