package org.alike.alikes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The listed members of a cohort, ready to be ranked: an index of all; or of a large cohort an
 * index of its segments, and a small one of what changed since, weighed as the large one. Immutable
 * and thread-safe.
 *
 * @param all the index of all, or of the segments
 * @param changed the index of what changed since
 * @param overridden ids of those who are in the first and not so any more
 */
record Ranking(CohortIndex all, Optional<CohortIndex> changed, Set<String> overridden) {
  /**
   * A place in a ranking.
   *
   * @param points percent of likeness; no finer, since cursors can be read
   * @param id the member's id
   */
  record Place(int points, String id) {}

  /** Those most like a member: {@link CohortIndex#top} over both. */
  List<Match> top(
      Traits caller, Eligibility eligibility, int most, Optional<Place> after, int year) {
    List<Match> many = all.top(caller, without(eligibility), most, after, year);
    if (changed.isEmpty()) {
      return many;
    }
    List<Match> both = new ArrayList<>(many);
    both.addAll(changed.get().top(caller, eligibility, most, after, year));
    return both.stream().sorted().limit(most).toList();
  }

  /** How many may be listed. */
  int count(Eligibility eligibility, int year) {
    return all.count(without(eligibility), year)
        + changed.map(index -> index.count(eligibility, year)).orElse(0);
  }

  /** What each feature weighs. */
  Weights weights() {
    return all.weights();
  }

  private Eligibility without(Eligibility eligibility) {
    if (overridden.isEmpty()) {
      return eligibility;
    }
    Set<String> blocked = new HashSet<>(eligibility.blocked());
    blocked.addAll(overridden);
    return eligibility.blocking(blocked);
  }
}
