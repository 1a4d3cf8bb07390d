package org.alike.alikes;

/**
 * All that is told of the size of a group: which of overlapping bands it is in.
 *
 * <pre>{@code
 * number   0         1         2         3       ...
 * size     0 to 15   11 to 30  26 to 45  41 to 60
 * told     nothing   about 20  about 35  about 50
 * }</pre>
 *
 * A size in two bands may be told as either; {@link Bands} draws which.
 *
 * @param number counted from 0, of which nothing is told
 */
record Band(int number) implements Comparable<Band> {
  /** From one band to the next. */
  static final int STEP = 15;

  /** So many sizes may be in the one band or the next. */
  static final int OVERLAP = 5;

  /** Nothing told. */
  static final Band NONE = new Band(0);

  /** Whether anything is told. */
  boolean told() {
    return number > 0;
  }

  /** The size to say, after "about": the middle of the band; 0 when nothing is told. */
  int about() {
    return told() ? STEP * number + OVERLAP : 0;
  }

  /** The smallest group of which this may be told; 0, or at least {@link Headcount#SMALLEST}. */
  int least() {
    return told() ? Headcount.SMALLEST + STEP * (number - 1) : 0;
  }

  /** The largest such group, unless this is the last band of a population. */
  int most() {
    return Headcount.SMALLEST + STEP * number + OVERLAP - 1;
  }

  /** The lower of two, for a group within another. */
  Band within(Band whole) {
    return compareTo(whole) > 0 ? whole : this;
  }

  @Override
  public int compareTo(Band other) {
    return Integer.compare(number, other.number);
  }
}
