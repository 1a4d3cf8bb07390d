package org.alike.alikes;

import java.util.Arrays;
import java.util.BitSet;

/** Asks an {@link Eligibility} about the members of an index. Not thread-safe. */
final class Admission {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final CohortIndex index;
  private final Columns columns;
  private final Eligibility eligibility;
  private final int year;
  private final byte[] known;
  private final boolean[] ages = new boolean[1 << Byte.SIZE];

  /** The ranks of those who may not, whoever they are: the caller and who is blocked. */
  private final BitSet refused = new BitSet();

  /** A bit for each member who has all that is asked for; none when all have. */
  private final long[] wanted;

  Admission(CohortIndex index, Eligibility eligibility, int year) {
    this.index = index;
    this.columns = index.columns();
    this.eligibility = eligibility;
    this.year = year;
    this.known = new byte[index.attributes().size()];
    for (int born = 0; born < ages.length; born++) {
      ages[born] = eligibility.wantsBorn(CohortIndex.birthYear((byte) born), year);
    }
    this.wanted = wanted(eligibility);
    refuse(eligibility.caller());
    eligibility.blocked().forEach(this::refuse);
  }

  /** Whether this one may be listed, as far as it is known at once. */
  boolean mayAccept(int member) {
    return ages[columns.born[member] & 0xFF]
        && (wanted.length == 0 || (wanted[member / Long.SIZE] & 1L << member) != 0)
        && acceptsAttributes(columns.attributes[member]);
  }

  /** Whether this one may, of whom that is so. */
  boolean accepts(int member) {
    Attributes attributes = index.attributes().get(columns.attributes[member]);
    return eligibility.acceptsBorn(index.birthYear(member), attributes, year)
        && eligibility.acceptsJoined(index.joined(member))
        && !refused.get(columns.ranks[member]);
  }

  /** How many may be listed. */
  int count() {
    int count = 0;
    for (int member = 0; member < index.people(); member++) {
      count += mayAccept(member) && accepts(member) ? 1 : 0;
    }
    return count;
  }

  /** Asked once for all who have the same. */
  private boolean acceptsAttributes(int attributes) {
    if (known[attributes] == 0) {
      known[attributes] = eligibility.accepts(index.attributes().get(attributes)) ? YES : NO;
    }
    return known[attributes] == YES;
  }

  private void refuse(String id) {
    int rank = index.ids().find(id);
    if (rank >= 0) {
      refused.set(rank);
    }
  }

  private long[] wanted(Eligibility asked) {
    long[] all = new long[0];
    for (Feature feature : asked.filters().features()) {
      all = all.length == 0 ? having(feature) : and(all, having(feature), 0);
    }
    for (Feature feature : asked.elsewhere()) {
      if (all.length == 0) {
        all = new long[index.people() / Long.SIZE + 1];
        Arrays.fill(all, -1L);
      }
      all = and(all, having(feature), -1L);
    }
    return all;
  }

  /** The bits of both, those of the second turned around first by another. */
  private static long[] and(long[] one, long[] other, long turned) {
    for (int word = 0; word < one.length; word++) {
      one[word] &= other[word] ^ turned;
    }
    return one;
  }

  private long[] having(Feature feature) {
    long[] having = new long[index.people() / Long.SIZE + 1];
    int number = index.features().number(feature);
    for (int below : number < 0 ? new int[0] : index.features().below(number)) {
      for (int at = columns.lists[below]; at < columns.lists[below + 1]; at++) {
        having[columns.members[at] / Long.SIZE] |= 1L << columns.members[at];
      }
    }
    return having;
  }
}
