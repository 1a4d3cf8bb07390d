package org.alike.alikes;

import java.util.List;
import java.util.Map;

/**
 * One step from a manifest to the next.
 *
 * @param before as it was read; if it is another by now, the merge is not done
 * @param after its segments are those that stay and those written
 * @param written rows by the new segment's id
 * @param removed ids of the segments that are not in use any more
 * @param trimmed what of the log is in the segments now, or gone from them
 */
record Merge(
    Manifest before,
    Manifest after,
    Map<String, byte[]> written,
    List<String> removed,
    List<LogEntry> trimmed) {
  /** Whether the segments stay as they are, and only the log gets shorter. */
  boolean trimsOnly() {
    return after.equals(before);
  }
}
