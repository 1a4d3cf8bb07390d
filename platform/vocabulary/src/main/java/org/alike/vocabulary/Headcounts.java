package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many people have what, as far as it may be told.
 *
 * <p>Fewer than 11 is all that is said of a small group; none and ten look the same. From 11 on the
 * number is exact, unless the numbers told of more specific concepts would, together with it, tell
 * of a small group. Then the more general concept has "at least" the largest of those numbers,
 * which says nothing that they do not say.
 *
 * <p>Add all people, then ask. Not thread-safe.
 */
public final class Headcounts {
  /** The smallest number that is told. */
  public static final int SMALLEST = 11;

  private static final Told SMALL = new Told(0, false);

  private final Vocabulary vocabulary;
  private final Kind kind;
  private final Map<String, BitSet> groups = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();

  /**
   * The number told of a group.
   *
   * @param number 0 when the group is small
   * @param atLeast whether there may be more
   */
  public record Told(int number, boolean atLeast) {}

  /** Nobody yet; what is a special case of what is up to the vocabulary. */
  public Headcounts(Vocabulary vocabulary, Kind kind) {
    this.vocabulary = vocabulary;
    this.kind = kind;
  }

  /**
   * Adds a person to the groups of these concepts.
   *
   * @param person a number of their own, counted from 0
   * @param ids what they have, and everything above it
   */
  public void add(int person, Collection<String> ids) {
    told.clear();
    ids.forEach(id -> groups.computeIfAbsent(id, unused -> new BitSet()).set(person));
  }

  /** The concepts that anybody has. */
  public Set<String> ids() {
    return Set.copyOf(groups.keySet());
  }

  /** The number that may be told of the people with this concept. */
  public Told of(String id) {
    Told known = told.get(id);
    if (known == null) {
      known = count(id);
      told.put(id, known);
    }
    return known;
  }

  private Told count(String id) {
    int size = groups.getOrDefault(id, new BitSet()).cardinality();
    if (size < SMALLEST) {
      return SMALL;
    }
    List<BitSet> narrower = new ArrayList<>();
    int largest = 0;
    for (Map.Entry<String, BitSet> other : groups.entrySet()) {
      if (isNarrower(other.getKey(), id) && other.getValue().cardinality() >= SMALLEST) {
        narrower.add(other.getValue());
        largest = Math.max(largest, of(other.getKey()).number());
      }
    }
    return narrower.isEmpty() || tellsOfNoFew(size, narrower, largest)
        ? new Told(size, false)
        : new Told(largest, true);
  }

  private boolean isNarrower(String id, String than) {
    return !id.equals(than) && vocabulary.withAncestors(kind, id).contains(than);
  }

  /**
   * Whether no few can be told apart when this size is known beside the numbers of the narrower
   * groups, the largest of which is told too.
   *
   * <p>Those in none of the narrower groups must not be few. That they are not is then known: the
   * narrower groups together have no more than {@code size - 11} people. Where there are several,
   * this must leave open whether none or ten of these are beyond the largest number.
   */
  private static boolean tellsOfNoFew(int size, List<BitSet> narrower, int largest) {
    BitSet together = new BitSet();
    narrower.forEach(together::or);
    int open = narrower.size() == 1 ? 0 : SMALLEST - 1;
    return size - together.cardinality() >= SMALLEST && size - SMALLEST - largest >= open;
  }
}
