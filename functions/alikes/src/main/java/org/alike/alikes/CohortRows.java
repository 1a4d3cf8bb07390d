package org.alike.alikes;

import java.util.List;
import java.util.function.Supplier;

/** Where the current rows of a condition's cohort come from. Thread-safe. */
@FunctionalInterface
interface CohortRows {
  /** The cohort of this condition; a write of the last second may be missing. */
  Rows of(String condition);

  /**
   * The rows of a cohort.
   *
   * @param version another one when a row is another
   * @param read reads one for each member, hidden or not
   * @param complete false when there are more, who were not read
   */
  record Rows(String version, Supplier<List<Row>> read, boolean complete) {}
}
