package org.alike.alikes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who joined lately, and whether anybody of them is close to a member: each would find the other
 * among the Alikes, and the member the newcomer with so many points at least. Thread-safe.
 */
final class Newcomers implements News.Closeness {
  private static final int REMEMBERED = 50;

  /** So many of a cohort are looked at, the newest. */
  private static final int MOST = 300;

  /** The newest listed members of a cohort, the last first, by condition and version. */
  private final Recent<List<String>, List<Row>> newest = new Recent<>(REMEMBERED);

  private final MemberStore members;
  private final Cohorts cohorts;
  private final Hierarchy hierarchy;
  private final int points;
  private final Clock clock;

  Newcomers(MemberStore members, Cohorts cohorts, Hierarchy hierarchy, int points, Clock clock) {
    this.members = members;
    this.cohorts = cohorts;
    this.hierarchy = hierarchy;
    this.points = points;
    this.clock = clock;
  }

  /** Of a member who has left, or is listed to nobody, nobody is close. */
  @Override
  public boolean anyJoined(String memberId, Instant since) {
    return members
        .findStanding(memberId)
        .filter(standing -> standing.membership() instanceof Joined joined && listed(joined))
        .filter(standing -> anyJoined(standing, since))
        .isPresent();
  }

  private static boolean listed(Joined joined) {
    return joined.person().matchable() && joined.row().attributes().listed();
  }

  private boolean anyJoined(Standing standing, Instant since) {
    int year = Lookout.year(clock.instant());
    Row own = standing.joined().row();
    Traits traits = own.traits(hierarchy::closure);
    Eligibility eligibility =
        new Eligibility(
            own.id(),
            own.attributes(),
            own.birthYear(),
            standing.parted(),
            Filters.NONE,
            Instant.MAX,
            Set.of());
    return Candidates.read(cohorts, standing, Optional.empty(), hierarchy).cohorts().stream()
        .filter(cohort -> cohort.latest().isAfter(since))
        .anyMatch(
            cohort -> {
              Likeness likeness = new Likeness(cohort.ranking().weights(), year);
              return newest(cohort).stream()
                  .takeWhile(row -> row.joined().isAfter(since))
                  .filter(row -> eligibility.accepts(row, hierarchy::closure, year))
                  .map(row -> row.traits(hierarchy::closure))
                  .anyMatch(other -> likeness.points(traits, other) >= points);
            });
  }

  private List<Row> newest(Cohort cohort) {
    return newest.get(
        List.of(cohort.condition(), cohort.version()),
        () -> {
          List<Row> listed = new ArrayList<>();
          cohort.readListed(listed::add);
          return listed.stream()
              .sorted(Comparator.comparing(Row::joined).reversed())
              .limit(MOST)
              .toList();
        });
  }
}
