package org.alike.alikes;

import java.util.List;

/** Asks an {@link Eligibility} about the members of an index. Not thread-safe. */
final class Admission {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final CohortIndex index;
  private final Columns columns;
  private final Eligibility eligibility;
  private final int year;
  private final List<boolean[]> wanted;
  private final byte[] known;

  Admission(CohortIndex index, Eligibility eligibility, int year) {
    this.index = index;
    this.columns = index.columns();
    this.eligibility = eligibility;
    this.year = year;
    this.wanted = eligibility.filters().features().stream().map(this::implying).toList();
    this.known = new byte[index.attributes().size()];
  }

  /** Whether anybody may be listed who has this member's attributes; asked once for all of them. */
  boolean mayAccept(int member) {
    int attributes = columns.attributes[member];
    if (known[attributes] == 0) {
      known[attributes] = eligibility.accepts(index.attributes().get(attributes)) ? YES : NO;
    }
    return known[attributes] == YES;
  }

  /** Whether this one may, who has attributes to be listed by. */
  boolean accepts(int member) {
    Attributes attributes = index.attributes().get(columns.attributes[member]);
    return eligibility.acceptsBorn(index.birthYear(member), attributes, year)
        && hasAllWanted(member)
        && eligibility.acceptsJoined(index.joined(member))
        && eligibility.acceptsId(index.ids().get(columns.ranks[member]));
  }

  private boolean hasAllWanted(int member) {
    return wanted.stream().allMatch(implying -> has(member, implying));
  }

  private boolean has(int member, boolean[] implying) {
    for (int at = columns.starts[member]; at < columns.starts[member + 1]; at++) {
      if (implying[columns.typed[at]]) {
        return true;
      }
    }
    return false;
  }

  /** The features that imply this one. */
  private boolean[] implying(Feature feature) {
    boolean[] implying = new boolean[index.features().size()];
    int number = index.features().number(feature);
    if (number >= 0) {
      for (int below : index.features().below(number)) {
        implying[below] = true;
      }
    }
    return implying;
  }
}
