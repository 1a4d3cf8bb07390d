package org.alike.alikes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much of what one caller has told each member of an index shares, in one look at each feature
 * the member typed. For each feature it is known beforehand which of the caller's it implies, as a
 * set of bits; the weight of such a set is looked up byte by byte. Immutable.
 */
final class SharedWeight {
  private static final int BITS = Long.SIZE;
  private static final int VALUES = 1 << Byte.SIZE;

  private final Columns columns;
  private final int size;

  /** The caller's features that anybody has: numbers of the index, the rarest first. */
  private final int[] shareable;

  /** What each of these weighs. */
  private final long[] having;

  /** What each feature of the index adds when it was typed: nothing, unless the caller typed it. */
  private final long[] extra;

  private final long[] implied;
  private final long[] sums;

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
    this.having =
        Arrays.stream(shareable).mapToLong(each -> weights.of(features.feature(each))).toArray();
    int words = (shareable.length + BITS - 1) / BITS;
    this.implied = new long[words * size];
    for (int bit = 0; bit < shareable.length; bit++) {
      for (int below : features.below(shareable[bit])) {
        implied[bit / BITS * size + below] |= 1L << bit;
      }
    }
    this.sums = sums(words);
  }

  /** How many of the caller's features anybody has. */
  int features() {
    return shareable.length;
  }

  /** One of these, the rarest first. */
  int feature(int place) {
    return shareable[place];
  }

  /** What it weighs to have one of these. */
  long having(int place) {
    return having[place];
  }

  /** What a feature adds when a member typed it. */
  long extra(int feature) {
    return extra[feature];
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
  private long[] sums(int words) {
    long[] all = new long[words * Long.BYTES * VALUES];
    for (int table = 0; table < words * Long.BYTES; table++) {
      for (int value = 1; value < VALUES; value++) {
        int bit = table * Byte.SIZE + Integer.numberOfTrailingZeros(value);
        long one = bit < having.length ? having[bit] : 0;
        all[table * VALUES + value] = all[table * VALUES + (value & (value - 1))] + one;
      }
    }
    return all;
  }
}
