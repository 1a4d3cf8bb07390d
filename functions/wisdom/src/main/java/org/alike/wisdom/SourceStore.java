package org.alike.wisdom;

import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;

/** Keeps what answers are made of. */
interface SourceStore {
  /** Replaces a source if this is a newer version of it; else nothing changes. */
  void keep(Source source);

  /** What the store has gone through; one small, eventually consistent read. */
  State state();

  /** All sources; eventually consistent. */
  List<Source> all();

  /** Remembers that a question was answered. */
  void remember(Marker marker);

  /**
   * How far the store has come.
   *
   * @param changes how often anything has changed
   * @param latest which source was changed last, absent before the first
   * @param version the version it then had
   */
  record State(long changes, Optional<String> latest, long version) {
    /** Whether these sources, read after this state, hold its last change. */
    boolean seenIn(List<Source> sources) {
      return latest.isEmpty()
          || sources.stream()
              .anyMatch(
                  source -> source.id().equals(latest.get()) && source.version() >= version);
    }
  }
}
