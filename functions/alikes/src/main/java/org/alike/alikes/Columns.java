package org.alike.alikes;

/**
 * The members of an index, column by column in flat arrays, in the order of what they have told:
 * who has told little comes first. Written by the builder, then only read.
 */
final class Columns {
  /** The weight of what a member has told; ascending. */
  final long[] told;

  /** The rank of a member's id. */
  final int[] ranks;

  /** The version of a member. */
  final long[] versions;

  /** When a member joined, in seconds, without a sign. */
  final int[] seconds;

  /** Which attributes a member has. */
  final int[] attributes;

  /** A member's birth year from {@link Row#FIRST_YEAR} on, counted from 1; 0 when not given. */
  final byte[] born;

  /** Where a member's features begin; one more at the end. */
  final int[] starts;

  /** What members typed, member by member, ascending. */
  final char[] typed;

  /** Where a feature's members begin; one more at the end. */
  final int[] lists;

  /** The members who typed a feature, feature by feature, ascending. */
  final int[] members;

  /** Room for so many people, who typed so much, of so many features. */
  Columns(int people, int typings, int features) {
    told = new long[people];
    ranks = new int[people];
    versions = new long[people];
    seconds = new int[people];
    attributes = new int[people];
    born = new byte[people];
    starts = new int[people + 1];
    typed = new char[typings];
    lists = new int[features + 1];
    members = new int[typings];
  }

  /** Makes the members of each feature from the features of each member. */
  void invert() {
    for (char feature : typed) {
      lists[feature + 1]++;
    }
    for (int feature = 1; feature < lists.length; feature++) {
      lists[feature] += lists[feature - 1];
    }
    int[] next = lists.clone();
    for (int member = 0; member < told.length; member++) {
      for (int at = starts[member]; at < starts[member + 1]; at++) {
        members[next[typed[at]]++] = member;
      }
    }
  }

  /** Bytes of memory, without what the virtual machine adds. */
  long memory() {
    return 8L * (told.length + versions.length)
        + 4L * (ranks.length + seconds.length + attributes.length + starts.length)
        + born.length
        + 2L * typed.length
        + 4L * (lists.length + members.length);
  }
}
