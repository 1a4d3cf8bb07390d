package org.alike.alikes;

import java.util.List;

/**
 * Which segments a cohort has.
 *
 * @param version grows with every merge
 * @param segments the oldest first; of two rows of a member the one in the later segment holds
 */
record Manifest(long version, List<Segment> segments) {
  /** Of a cohort that was never merged. */
  static final Manifest NONE = new Manifest(0, List.of());

  /** Keeps its own copy. */
  Manifest {
    segments = List.copyOf(segments);
  }
}
