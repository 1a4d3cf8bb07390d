package org.alike.alikes;

import java.util.Comparator;

/**
 * Somebody whom an index found.
 *
 * @param id the member's id
 * @param version the version of the member that was compared
 * @param points percent of likeness
 * @param traits what was compared: what the member shows to who looks
 * @param attributes what may be shown
 */
record Match(String id, long version, int points, Traits traits, Attributes attributes)
    implements Comparable<Match> {
  private static final Comparator<Match> ORDER =
      Comparator.comparing(Match::points, Comparator.reverseOrder()).thenComparing(Match::id);

  /** The card that goes with it. */
  CardKey card() {
    return new CardKey(id, version);
  }

  /** The place in the ranking. */
  Ranking.Place place() {
    return new Ranking.Place(points, id);
  }

  @Override
  public int compareTo(Match other) {
    return ORDER.compare(this, other);
  }
}
