package org.alike.alikes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much of what one caller has told each member of an index shares, in one look at each feature
 * the member typed. For each feature it is known beforehand which of the caller's it implies, as a
 * set of bits; the weight of such a set is looked up byte by byte. Not thread-safe.
 */
final class SharedWeight {
  private static final int BITS = Long.SIZE;
  private static final int VALUES = 1 << Byte.SIZE;

  /** The caller's features that anybody has: numbers of the index, the rarest first. */
  private final int[] shareable;

  private final Columns columns;
  private final int size;
  private final long[] implied;
  private final long[] extra;
  private final long[] sums;
  private final long[] left;

  SharedWeight(CohortIndex index, Traits caller) {
    FeatureTable features = index.features();
    Weights weights = index.weights();
    this.columns = index.columns();
    this.size = features.size();
    this.extra = new long[size];
    caller.typed().stream()
        .filter(feature -> features.number(feature) >= 0)
        .forEach(feature -> extra[features.number(feature)] = weights.typed(feature));
    Stream<Feature> rarestFirst =
        caller.features().stream()
            .filter(feature -> features.number(feature) >= 0)
            .sorted(
                Comparator.comparing(weights::holders).thenComparing(Comparator.naturalOrder()));
    this.shareable = rarestFirst.mapToInt(features::number).toArray();
    long[] having =
        Arrays.stream(shareable)
            .mapToLong(number -> weights.of(features.feature(number)))
            .toArray();
    int words = (shareable.length + BITS - 1) / BITS;
    this.implied = new long[words * size];
    for (int bit = 0; bit < shareable.length; bit++) {
      for (int below : features.below(shareable[bit])) {
        implied[bit / BITS * size + below] |= 1L << bit;
      }
    }
    this.sums = sums(having, words);
    this.left = left(having);
  }

  /** How many of the caller's features anybody has. */
  int features() {
    return shareable.length;
  }

  /** One of these, the rarest first. */
  int feature(int place) {
    return shareable[place];
  }

  /** The most that somebody shares who has none of the features before this place. */
  long left(int place) {
    return left[place];
  }

  /** What this member shares with the caller. */
  long of(int member) {
    int from = columns.starts[member];
    int to = columns.starts[member + 1];
    char[] typed = columns.typed;
    long shared = 0;
    for (int at = from; at < to; at++) {
      shared += extra[typed[at]];
    }
    for (int word = 0, table = 0; word < implied.length; word += size) {
      long all = 0;
      for (int at = from; at < to; at++) {
        all |= implied[word + typed[at]];
      }
      for (int part = 0; part < Long.BYTES; part++, table += VALUES) {
        shared += sums[table + (int) (all & 0xFF)];
        all >>>= Byte.SIZE;
      }
    }
    return shared;
  }

  /** For each byte of a set of bits the weight of each value it may have. */
  private static long[] sums(long[] having, int words) {
    long[] sums = new long[words * Long.BYTES * VALUES];
    for (int table = 0; table < words * Long.BYTES; table++) {
      for (int value = 1; value < VALUES; value++) {
        int bit = table * Byte.SIZE + Integer.numberOfTrailingZeros(value);
        long one = bit < having.length ? having[bit] : 0;
        sums[table * VALUES + value] = sums[table * VALUES + (value & (value - 1))] + one;
      }
    }
    return sums;
  }

  private long[] left(long[] having) {
    long[] left = new long[having.length + 1];
    for (int place = having.length - 1; place >= 0; place--) {
      left[place] = left[place + 1] + having[place] + extra[shareable[place]];
    }
    return left;
  }
}
