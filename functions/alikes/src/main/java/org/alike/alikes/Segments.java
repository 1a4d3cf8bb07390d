package org.alike.alikes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Segments of a cohort as they were read. Immutable and thread-safe. */
final class Segments {
  private final Map<String, byte[]> packed;
  private final int people;
  private final Hierarchy hierarchy;
  private final Recent<Audience, Survey> surveys = new Recent<>(2);
  private final Recent<Set<String>, Survey> others = new Recent<>(1);

  /**
   * Segments of so many rows.
   *
   * @param packed rows by the segment's id, the oldest first
   */
  Segments(Map<String, byte[]> packed, int people, Hierarchy hierarchy) {
    this.packed = Collections.unmodifiableMap(new LinkedHashMap<>(packed));
    this.people = people;
    this.hierarchy = hierarchy;
  }

  /** How many rows there are, those included that later ones override. */
  int people() {
    return people;
  }

  /** The rows by the segment's id. */
  Map<String, byte[]> packed() {
    return packed;
  }

  /** What a look at them finds out for this viewer; made when first asked for. */
  Survey survey(Audience viewer) {
    return surveys.get(viewer, () -> look(viewer, Set.of()));
  }

  /** The same without these, for one Alike who is apart from them; the last one is remembered. */
  Survey survey(Audience viewer, Set<String> apart) {
    return apart.isEmpty()
        ? survey(viewer)
        : others.get(key(viewer, apart), () -> look(viewer, apart));
  }

  private Survey look(Audience viewer, Set<String> apart) {
    return new Survey(reader -> read(Set.of(), reader), hierarchy, viewer, apart);
  }

  /** No member's id is the name of an audience. */
  private static Set<String> key(Audience viewer, Set<String> apart) {
    Set<String> key = new HashSet<>(apart);
    key.add(viewer.name());
    return key;
  }

  /** Reads each member once, as the newest segment has it, but none of these. */
  void read(Set<String> except, Consumer<Row> reader) {
    Set<String> seen = new HashSet<>(except);
    List<byte[]> newestFirst = new ArrayList<>(packed.values());
    Collections.reverse(newestFirst);
    for (byte[] rows : newestFirst) {
      PackedRows.read(
          rows,
          row -> {
            if (seen.add(row.id())) {
              reader.accept(row);
            }
          });
    }
  }
}
