package org.alike.alikes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Failure;

/**
 * The cohorts as they are now. What was read once and has not changed is kept, so that a warm
 * function reads the manifest and the log and nothing else. Thread-safe.
 */
final class Cohorts implements CohortRows {
  /** So much of a cohort is read at most: about 120,000 people; of more, the newest. */
  static final int MOST_BYTES = 16 * Segment.MOST_BYTES;

  /** So many people are kept; of the cohorts used least, none. */
  private static final int MOST_KEPT = 300_000;

  private static final int ATTEMPTS = 3;
  private final CohortStore store;
  private final Hierarchy hierarchy;
  private final Map<String, Cohort> kept = new LinkedHashMap<>(16, 0.75f, true);

  Cohorts(CohortStore store, Hierarchy hierarchy) {
    this.store = store;
    this.hierarchy = hierarchy;
  }

  /** The cohort of a condition; a write of the last second may be missing. */
  synchronized Cohort cohort(String condition) {
    Optional<Cohort> cohort = cohort(store.read(condition), false);
    for (int attempt = 1; cohort.isEmpty() && attempt < ATTEMPTS; attempt++) {
      cohort = cohort(store.readConsistently(condition), true);
    }
    return cohort.orElseThrow(() -> Failure.unavailable(1));
  }

  @Override
  public Rows of(String condition) {
    Cohort cohort = cohort(condition);
    return new Rows(cohort.version(), cohort::rows, cohort.complete());
  }

  /** None when a merge has replaced a segment meanwhile. */
  private Optional<Cohort> cohort(CohortState state, boolean consistently) {
    Optional<Cohort> known = Optional.ofNullable(kept.get(state.condition()));
    if (known.isPresent() && known.get().version().equals(Cohort.version(state))) {
      return known;
    }
    return segments(state, known.map(Cohort::segments), consistently)
        .map(segments -> keep(cohort(state, segments)));
  }

  private Cohort cohort(CohortState state, Segments segments) {
    boolean all = segments.packed().size() == state.manifest().segments().size();
    return new Cohort(state, segments, all && state.complete(), hierarchy);
  }

  private Optional<Segments> segments(
      CohortState state, Optional<Segments> known, boolean consistently) {
    List<Segment> wanted = newest(state.manifest());
    Map<String, byte[]> packed = new LinkedHashMap<>();
    for (Segment segment : wanted) {
      Optional<byte[]> rows =
          known
              .map(before -> before.packed().get(segment.id()))
              .or(() -> read(state.condition(), segment.id(), consistently));
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      packed.put(segment.id(), rows.get());
    }
    return known
        .filter(before -> before.packed().keySet().equals(packed.keySet()))
        .or(() -> Optional.of(new Segments(packed, people(wanted), hierarchy)));
  }

  private Optional<byte[]> read(String condition, String id, boolean consistently) {
    return consistently ? store.segmentConsistently(condition, id) : store.segment(condition, id);
  }

  private Cohort keep(Cohort cohort) {
    kept.put(cohort.condition(), cohort);
    int people = kept.values().stream().mapToInt(Cohort::size).sum();
    Iterator<Cohort> leastUsed = kept.values().iterator();
    while (people > MOST_KEPT && kept.size() > 1) {
      people -= leastUsed.next().size();
      leastUsed.remove();
    }
    return cohort;
  }

  /** The newest segments that fit, the oldest of them first. */
  private static List<Segment> newest(Manifest manifest) {
    Deque<Segment> newest = new ArrayDeque<>();
    long bytes = 0;
    for (int at = manifest.segments().size() - 1; at >= 0; at--) {
      Segment segment = manifest.segments().get(at);
      bytes += segment.bytes();
      if (bytes > MOST_BYTES) {
        break;
      }
      newest.addFirst(segment);
    }
    return List.copyOf(newest);
  }

  private static int people(List<Segment> segments) {
    return segments.stream().mapToInt(Segment::people).sum();
  }
}
