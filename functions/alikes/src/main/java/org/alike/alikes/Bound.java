package org.alike.alikes;

import java.util.Arrays;

/**
 * The points of members for one caller, and the most points that members can have of whom only this
 * is known: they share no more than S of what they have told, and have told no less than C.
 *
 * <pre>{@code
 * S / (Q + max(C, S) - S + kappa * M) * (1 + a)
 * }</pre>
 *
 * grows with S and falls with C. It goes through the same operations as the score, each of which
 * rounds monotonically, so it holds to the last bit. Immutable.
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

  /** The most points of somebody who shares no more than this, and has told no less than that. */
  int most(long shared, long other) {
    long most = Math.min(shared, told);
    return points(most, Math.max(most, other), mostAge);
  }

  private int points(long shared, long other, double ageFactor) {
    return Likeness.points(likeness.score(shared, told, other, ageFactor), full);
  }
}
