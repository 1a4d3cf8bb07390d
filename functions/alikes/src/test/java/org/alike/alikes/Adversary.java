package org.alike.alikes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Somebody who knows the rules and everything told, and looks for a group of whom it is certain
 * that they are 1 to 10. People are split into parts that nobody can split further; a world is one
 * size for each part. The adversary keeps those worlds in which all would be told that was told,
 * and asks of every union of parts which sizes it has in them.
 */
final class Adversary {
  private final List<Fact> facts = new ArrayList<>();
  private final int parts;

  /** What is known of the sum of some parts. */
  private record Fact(int parts, int least, int most) {}

  /** Who looks at so many parts. */
  Adversary(int parts) {
    this.parts = parts;
  }

  /** Learns that these parts together are so many. */
  Adversary counts(int people, int... which) {
    facts.add(new Fact(set(which), people, people));
    return this;
  }

  /**
   * Learns the number told of these parts together, which are within a population that is known.
   *
   * @param about as in an answer; 0 where the group is not in it
   */
  Adversary hears(int about, int people, int... which) {
    Band band = new Band(Math.max(0, about - Band.OVERLAP) / Band.STEP);
    boolean last = band.least() + Band.STEP > people - Headcount.SMALLEST;
    facts.add(new Fact(set(which), band.least(), last ? people : band.most()));
    return this;
  }

  /** Whether there is any world in which all this would be told. */
  boolean doubts() {
    boolean[] open = new boolean[1 << parts];
    look(new int[parts], 0, open);
    return open[0];
  }

  /** Unions of parts of which it is certain that they are 1 to 10 people. */
  List<BitSet> isolated() {
    boolean[] open = new boolean[1 << parts];
    look(new int[parts], 0, open);
    List<BitSet> isolated = new ArrayList<>();
    for (int union = 1; union < open.length; union++) {
      if (!open[union]) {
        isolated.add(BitSet.valueOf(new long[] {union}));
      }
    }
    return isolated;
  }

  /** Tries every size of the next part that the facts leave; true once nothing is certain. */
  private boolean look(int[] sizes, int part, boolean[] open) {
    if (part == parts) {
      return note(sizes, open);
    }
    int most = most(sizes, part);
    for (int size = least(sizes, part); size <= most; size++) {
      sizes[part] = size;
      if (look(sizes, part + 1, open)) {
        return true;
      }
    }
    return false;
  }

  private static boolean note(int[] sizes, boolean[] open) {
    boolean all = true;
    for (int union = 0; union < open.length; union++) {
      int size = sum(sizes, union, sizes.length);
      open[union] |= size == 0 || size >= Headcount.SMALLEST;
      all &= open[union];
    }
    return all;
  }

  private int most(int[] sizes, int part) {
    int most = Integer.MAX_VALUE;
    for (Fact fact : facts) {
      if ((fact.parts() >> part & 1) == 1) {
        most = Math.min(most, fact.most() - sum(sizes, fact.parts(), part));
      }
    }
    return most;
  }

  /** What facts of which this is the last part still lack. */
  private int least(int[] sizes, int part) {
    int least = 0;
    for (Fact fact : facts) {
      if (fact.parts() >> part == 1) {
        least = Math.max(least, fact.least() - sum(sizes, fact.parts(), part));
      }
    }
    return least;
  }

  private static int sum(int[] sizes, int union, int before) {
    int sum = 0;
    for (int part = 0; part < before; part++) {
      sum += (union >> part & 1) * sizes[part];
    }
    return sum;
  }

  /** The union of these parts. */
  static BitSet union(int... which) {
    return BitSet.valueOf(new long[] {set(which)});
  }

  private static int set(int... which) {
    int set = 0;
    for (int part : which) {
      set |= 1 << part;
    }
    return set;
  }

  /** The number that an answer tells of one thing in one of its lists; 0 where it is not told. */
  static Map<String, Object> told(Map<String, Object> insights, String list, String id) {
    return World.items(insights, list).stream()
        .filter(item -> id.equals(item.get("id")))
        .findFirst()
        .orElse(Map.of());
  }

  /** A number of an object in an answer; 0 where it is absent. */
  static int number(Map<?, ?> json, String name) {
    return json.get(name) instanceof Number number ? number.intValue() : 0;
  }
}
