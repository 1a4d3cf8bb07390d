package org.alike.alikes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/** Where a member looks for others. Thread-safe. */
final class Lookout implements MyInsights.Neighbours {
  private final MemberStore members;
  private final Cohorts cohorts;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;

  Lookout(MemberStore members, Cohorts cohorts, Vocabulary vocabulary, Hierarchy hierarchy) {
    this.members = members;
    this.cohorts = cohorts;
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
  }

  /**
   * The people of this condition, or of all conditions that the member has.
   *
   * @throws Failure UNAVAILABLE until the member's confirmation has arrived here, FORBIDDEN when
   *     the member has left or has withdrawn the consent
   */
  Candidates candidates(String memberId, Optional<String> condition) {
    Standing standing = members.findStanding(memberId).orElseThrow(() -> Failure.unavailable(1));
    return Candidates.read(cohorts, standing, condition, hierarchy);
  }

  @Override
  public MyInsights.Nearest of(Request request, int most) {
    Filters filters = Filters.of(request, vocabulary);
    Candidates candidates = candidates(request.member(), filters.condition());
    Instant asOf = candidates.latest(request.received());
    List<Row> rows =
        candidates.rows(
            candidates.top(filters, asOf, most, Optional.empty(), year(request.received())));
    return new MyInsights.Nearest(rows, candidates.complete());
  }

  /** Whether somebody with so many points joined after this moment. */
  News.Closeness closeness(int points, Clock clock) {
    return (memberId, since) ->
        candidates(memberId, Optional.empty()).anyJoined(since, points, year(clock.instant()));
  }

  /** The ages are those reached in this year. */
  static int year(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).getYear();
  }
}
