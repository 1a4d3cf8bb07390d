package org.alike.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to one partition of a table or index: which part of it, in which order, how many.
 * Immutable.
 *
 * @param index the table or one of its indexes
 * @param partition the partition's value
 * @param prefix what sort keys begin with; empty for all
 * @param after continue behind this place (the texts of {@link Page#next()}), or null
 * @param limit how many items at most
 * @param ascending in the sort key's order or against it
 * @param consistent whether every write that ended before is seen, at twice the cost; only over the
 *     table itself
 */
public record Query(
    Index index,
    String partition,
    String prefix,
    @Nullable List<String> after,
    int limit,
    boolean ascending,
    boolean consistent) {

  /** All of a partition of the table, in ascending order. */
  public static Query partition(String partition) {
    return new Query(Index.TABLE, partition, "", null, Integer.MAX_VALUE, true, false);
  }

  /** The same over an index. */
  public Query on(Index other) {
    return new Query(other, partition, prefix, after, limit, ascending, consistent);
  }

  /** Only sort keys that begin so. */
  public Query startingWith(String sortPrefix) {
    return new Query(index, partition, sortPrefix, after, limit, ascending, consistent);
  }

  /** Only what comes behind this place. */
  public Query after(@Nullable List<String> place) {
    return new Query(index, partition, prefix, place, limit, ascending, consistent);
  }

  /** At most so many. */
  public Query limit(int most) {
    return new Query(index, partition, prefix, after, most, ascending, consistent);
  }

  /** In descending order. */
  public Query descending() {
    return new Query(index, partition, prefix, after, limit, false, consistent);
  }

  /** The same, seeing every write that ended before; an index can't do that. */
  public Query consistently() {
    return new Query(index, partition, prefix, after, limit, ascending, true);
  }
}
