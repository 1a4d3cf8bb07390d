package org.alike.wisdom;

import java.util.List;
import org.alike.kernel.Marker;

/** Keeps what answers are made of. */
interface SourceStore {
  /**
   * Replaces a source if this is a newer version of it; else nothing changes. A reply to a thread
   * that was removed is kept empty, and removing a thread empties its replies.
   */
  void keep(Source source);

  /** How often anything has changed; one small, eventually consistent read. */
  long changes();

  /** All sources, as of now or later. */
  List<Source> all();

  /** Remembers that a question was answered. */
  void remember(Marker marker);
}
