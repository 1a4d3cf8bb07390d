package org.alike.alikes;

/**
 * What each member of an index shares with a caller at most: the weights of the caller's rarest
 * features are added up, feature by feature over those who have them, until what is left is small
 * or enough has been read; what is left is taken as shared. Who has typed two things that imply a
 * third has that counted twice: an estimate may be too high, and never is too low. Immutable.
 */
final class Estimate {
  /** So many entries of lists are read for each member of the index, at most. */
  private static final int READ = 8;

  /** When all that is left is one in so many of the whole, more would make little difference. */
  private static final int SMALL = 20;

  /** Sums stay below this, so that they need no check. */
  private static final int MOST_UNITS = 1 << 30;

  private final int[] units;
  private final int shift;
  private final long left;

  Estimate(CohortIndex index, SharedWeight shared) {
    long[] worth = new long[index.features().size()];
    this.left = choose(index, shared, worth);
    this.shift = shift(worth);
    this.units = new int[index.people()];
    for (int feature = 0; feature < worth.length; feature++) {
      if (worth[feature] > 0) {
        // One more, for what is cut off.
        add((int) (worth[feature] >>> shift) + 1, index.columns(), feature);
      }
    }
  }

  private void add(int unit, Columns columns, int feature) {
    int[] sums = units;
    int[] members = columns.members;
    int end = columns.lists[feature + 1];
    for (int at = columns.lists[feature]; at < end; at++) {
      sums[members[at]] += unit;
    }
  }

  /** The most of these members' sums, the last not included. */
  int most(int from, int to) {
    int most = 0;
    for (int member = from; member < to; member++) {
      most = Math.max(most, units[member]);
    }
    return most;
  }

  /** The sum of a member, to be compared with {@link #weight}. */
  int of(int member) {
    return units[member];
  }

  /** The most that somebody shares who has this sum. */
  long weight(int sum) {
    return ((long) sum << shift) + left;
  }

  /** Writes what each list is worth that is read; tells what all others are worth. */
  private static long choose(CohortIndex index, SharedWeight shared, long[] worth) {
    long all = 0;
    for (int place = 0; place < shared.features(); place++) {
      all += shared.having(place) + shared.extra(shared.feature(place));
    }
    long left = all;
    long budget = (long) READ * index.people();
    for (int place = 0; place < shared.features() && left > all / SMALL; place++) {
      int feature = shared.feature(place);
      int[] below = index.features().below(feature);
      budget -= unread(index.columns(), below, worth);
      if (budget < 0) {
        return left;
      }
      for (int each : below) {
        worth[each] += shared.having(place);
      }
      worth[feature] += shared.extra(feature);
      left -= shared.having(place) + shared.extra(feature);
    }
    return left;
  }

  /** How many entries these lists have, without those that are read anyway. */
  private static int unread(Columns columns, int[] features, long[] worth) {
    int unread = 0;
    for (int feature : features) {
      unread += worth[feature] > 0 ? 0 : columns.lists[feature + 1] - columns.lists[feature];
    }
    return unread;
  }

  /** Somebody may be in every list. */
  private static int shift(long[] worth) {
    long sum = 0;
    for (long one : worth) {
      sum += one;
    }
    int shift = 0;
    while ((sum >>> shift) + worth.length >= MOST_UNITS) {
      shift++;
    }
    return shift;
  }
}
