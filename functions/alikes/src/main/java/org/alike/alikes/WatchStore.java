package org.alike.alikes;

import java.util.function.Consumer;

/** Keeps who wishes for news, and what each has heard. */
interface WatchStore {
  /** Tells of every watch, in no order; a write of the last second may be missing. */
  void each(Consumer<Watch> reader);

  /**
   * Replaces a watch.
   *
   * @param known as it was read
   * @return false, with nothing written, when it is not so any more: the member has left, wishes
   *     for no news, or somebody else was quicker
   */
  boolean replace(Watch known, Watch next);
}
