package org.alike.content;

import java.util.List;

/** Keeps which threads anybody may read. Implementations are thread-safe. */
interface ThreadStore {
  /** Adds what is told of a thread to what is known of it. Repeatable, in any order. */
  void keep(PublicThread told);

  /** The threads that anybody may read, newest first; a write of the last second may be missing. */
  List<PublicThread> newest(int most);
}
