package org.alike.alikes;

import java.util.Arrays;

/**
 * The points of members for one caller, and the most points that members can have of whom only this
 * is known: what they have told weighs C, and no more than R of it is shared.
 *
 * <pre>{@code
 * min(R, C) / (Q + C - min(R, C) + kappa * M) * (1 + a)
 * }</pre>
 *
 * is largest where C is R and falls to both sides. It goes through the same operations as the
 * score, each of which rounds monotonically, so it holds to the last bit. Immutable.
 */
final class Bound {
  private final Columns columns;
  private final Likeness likeness;
  private final long told;
  private final double full;
  private final double mostAge;
  private final double[] ageFactors = new double[1 << Byte.SIZE];

  Bound(CohortIndex index, Traits caller, int year) {
    this.columns = index.columns();
    this.likeness = new Likeness(index.weights(), year);
    this.told = index.weights().sum(caller);
    this.mostAge = likeness.ageFactor(caller.birthYear(), caller.birthYear());
    this.full = likeness.score(told, told, told, mostAge);
    Arrays.setAll(
        ageFactors,
        born -> likeness.ageFactor(caller.birthYear(), CohortIndex.birthYear((byte) born)));
  }

  /** The points of a member who shares this much. */
  int points(int member, long shared) {
    return points(shared, columns.told[member], ageFactors[columns.born[member] & 0xFF]);
  }

  /** The most points that anybody can have who shares no more than this. */
  int most(long left) {
    return most(left, left);
  }

  /** The first member who may reach the threshold. */
  int first(long left, int threshold) {
    int low = 0;
    int high = peak(left);
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean reaches = most(left, columns.told[middle]) >= threshold;
      low = reaches ? low : middle + 1;
      high = reaches ? middle : high;
    }
    return low;
  }

  /** The last member who may reach the threshold. */
  int last(long left, int threshold) {
    int low = peak(left);
    int high = columns.told.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean reaches = most(left, columns.told[middle]) >= threshold;
      low = reaches ? middle + 1 : low;
      high = reaches ? high : middle;
    }
    return low - 1;
  }

  /** The first who has told no less than what is left. */
  private int peak(long left) {
    int low = 0;
    int high = columns.told.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean less = columns.told[middle] < left;
      low = less ? middle + 1 : low;
      high = less ? high : middle;
    }
    return low;
  }

  private int most(long left, long other) {
    return points(Math.min(left, other), other, mostAge);
  }

  private int points(long shared, long other, double ageFactor) {
    return Likeness.points(likeness.score(shared, told, other, ageFactor), full);
  }
}
