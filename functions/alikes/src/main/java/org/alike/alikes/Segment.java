package org.alike.alikes;

/**
 * What a manifest says of a segment. The segment itself never changes.
 *
 * @param id tells it from all others that the cohort ever had
 * @param run those of the same run were written together, and no member is in two of them
 * @param people rows in it
 * @param bytes how large its rows are, packed
 */
record Segment(String id, long run, int people, int bytes) {
  /** DynamoDB takes items of 400 KB, and rows need no more than this even if nothing repeats. */
  static final int MOST_BYTES = 380_000;
}
