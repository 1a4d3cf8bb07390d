package org.alike.alikes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what one merge of a cohort does: which rows of the log become a segment, which segments
 * become one with it, and from which the rows of those who are gone are taken out. For one use.
 *
 * <p>Runs grow as in a log-structured merge tree (O'Neil et al., Acta Informatica 1996): the rows
 * of the log absorb the run before them while that is no more than {@value #GROWTH} times as large.
 * So a row is written again a few times only, and what is overridden is a half of all at most.
 */
final class Merging {
  /** A log of so many is merged. */
  static final int LONG_LOG = 32;

  private static final int GROWTH = 2;

  /** So much is written by one transaction, which takes 4 MB with what it removes. */
  private static final int MOST_WRITTEN = 4 * Segment.MOST_BYTES;

  /** From so many bytes on, a merge looks for overridden rows in all segments. */
  private static final int LARGE = Segment.MOST_BYTES;

  private static final double MOSTLY = 0.75;

  private final CohortState state;
  private final Function<Segment, byte[]> segments;
  private final Map<String, byte[]> written = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final List<LogEntry> trimmed = new ArrayList<>();
  private final Map<String, Row> rows = new TreeMap<>();
  private int bytes;

  private Merging(CohortState state, Function<Segment, byte[]> segments) {
    this.state = state;
    this.segments = segments;
  }

  /**
   * The merge of a cohort as it was read.
   *
   * @param segments reads a segment of the manifest
   */
  static Merge of(CohortState state, Function<Segment, byte[]> segments) {
    return new Merging(state, segments).merge();
  }

  private Merge merge() {
    List<Segment> kept = new ArrayList<>(state.manifest().segments());
    mergeLog(kept);
    boolean sweeping = bytes >= LARGE;
    List<LogEntry> marks = state.log().stream().filter(LogEntry::gone).toList();
    Set<String> gone = marks.stream().map(LogEntry::memberId).collect(Collectors.toSet());
    rows.keySet().removeAll(gone);
    boolean same = rows.isEmpty() && gone.isEmpty();
    List<Segment> after = gone.isEmpty() && !sweeping ? kept : swept(kept, gone, sweeping);
    List<Segment> all = new ArrayList<>(after);
    all.addAll(write(rows.values(), state.manifest().version() + 1));
    marks.stream().filter(mark -> gone.contains(mark.memberId())).forEach(trimmed::add);
    return new Merge(
        state.manifest(),
        same ? state.manifest() : new Manifest(state.manifest().version() + 1, all),
        written,
        removed,
        trimmed);
  }

  /** Gathers the rows of the log, if there are enough, and of the runs that they absorb. */
  private void mergeLog(List<Segment> kept) {
    List<LogEntry> fresh = fresh(kept);
    if (fresh.size() < LONG_LOG) {
      return;
    }
    fresh.forEach(entry -> entry.row().ifPresent(row -> rows.put(row.id(), row)));
    trimmed.addAll(fresh);
    bytes = PackedRows.pack(rows.values()).length;
    while (!kept.isEmpty()) {
      List<Segment> run = lastRun(kept);
      int more = run.stream().mapToInt(Segment::bytes).sum();
      if (more > GROWTH * (long) bytes || bytes + more > MOST_WRITTEN) {
        return;
      }
      run.forEach(this::absorb);
      kept.removeAll(run);
      bytes += more;
    }
  }

  /**
   * The rows that no segment has yet. After a crash the last run may have some already: then they
   * only have to leave the log.
   */
  private List<LogEntry> fresh(List<Segment> kept) {
    List<LogEntry> changes = state.log().stream().filter(entry -> !entry.gone()).toList();
    if (changes.size() < LONG_LOG || kept.isEmpty()) {
      return changes;
    }
    Map<String, Row> last = new HashMap<>();
    lastRun(kept).forEach(segment -> read(segment).forEach(row -> last.put(row.id(), row)));
    Map<Boolean, List<LogEntry>> parts =
        changes.stream()
            .collect(
                Collectors.partitioningBy(
                    entry ->
                        entry.row().filter(row -> row.equals(last.get(row.id()))).isPresent()));
    trimmed.addAll(parts.getOrDefault(true, List.of()));
    return parts.getOrDefault(false, List.of());
  }

  private void absorb(Segment segment) {
    read(segment).forEach(row -> rows.putIfAbsent(row.id(), row));
    removed.add(segment.id());
  }

  /**
   * The segments without those who are gone, the newest looked at first. Who is in more than one
   * transaction takes stays among the gone for the next merge.
   */
  private List<Segment> swept(List<Segment> kept, Set<String> gone, boolean sweeping) {
    List<Segment> after = new ArrayList<>();
    Set<String> newer = new HashSet<>(rows.keySet());
    for (int at = kept.size() - 1; at >= 0; at--) {
      Segment segment = kept.get(at);
      List<Row> all = read(segment);
      List<Row> left = left(all, gone, sweeping ? newer : Set.of());
      if (left.size() == all.size()) {
        after.add(0, segment);
      } else if (bytes + segment.bytes() > MOST_WRITTEN) {
        after.add(0, segment);
        all.forEach(row -> gone.remove(row.id()));
      } else {
        removed.add(segment.id());
        bytes += segment.bytes();
        after.addAll(0, write(left, segment.run()));
      }
      all.forEach(row -> newer.add(row.id()));
    }
    return after;
  }

  /** Without the gone, and without what is overridden if that is much. */
  private static List<Row> left(List<Row> all, Set<String> gone, Set<String> overridden) {
    List<Row> left = all.stream().filter(row -> !gone.contains(row.id())).toList();
    List<Row> needed = left.stream().filter(row -> !overridden.contains(row.id())).toList();
    return needed.size() < MOSTLY * all.size() ? needed : left;
  }

  /** Packs rows into as few segments as they need, each with about as many. */
  private List<Segment> write(Collection<Row> all, long run) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<Row> sorted = List.copyOf(all);
    List<Segment> segments = new ArrayList<>();
    int parts = 1 + PackedRows.pack(sorted).length / (Segment.MOST_BYTES * 9 / 10);
    for (int part = 0; part < parts; part++) {
      List<Row> some =
          sorted.subList(sorted.size() * part / parts, sorted.size() * (part + 1) / parts);
      byte[] packed = PackedRows.pack(some);
      String id = "%d-%d".formatted(state.manifest().version() + 1, written.size());
      written.put(id, packed);
      segments.add(new Segment(id, run, some.size(), packed.length));
    }
    return segments;
  }

  private static List<Segment> lastRun(List<Segment> kept) {
    long run = kept.get(kept.size() - 1).run();
    return kept.stream().filter(segment -> segment.run() == run).toList();
  }

  private List<Row> read(Segment segment) {
    return PackedRows.unpack(segments.apply(segment));
  }
}
