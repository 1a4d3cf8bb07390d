package org.alike.alikes;

import java.util.List;

/**
 * How a cohort is stored: segments, and what happened since.
 *
 * @param condition the condition's id
 * @param manifest the segments
 * @param log what happened since, one entry a member at most, in the order of their ids
 * @param complete false when there is more in the log, which was not read
 */
record CohortState(String condition, Manifest manifest, List<LogEntry> log, boolean complete) {
  /** Keeps its own copy. */
  CohortState {
    log = List.copyOf(log);
  }
}
