package org.alike.alikes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/** The people of a {@link CohortStore} as rows, for insights and news. Thread-safe. */
final class StoredPeople implements CohortRows, MyInsights.Neighbours {
  private final CohortStore store;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;

  StoredPeople(CohortStore store, Vocabulary vocabulary, Hierarchy hierarchy) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
  }

  @Override
  public Rows of(String condition) {
    Cohort cohort = store.cohort(condition, Candidates.MOST);
    List<Row> rows = cohort.people().stream().map(StoredPeople::row).toList();
    return new Rows(Integer.toHexString(cohort.people().hashCode()), rows, cohort.complete());
  }

  @Override
  public MyInsights.Nearest of(Request request, int most) {
    Filters filters = Filters.of(request, vocabulary);
    Person caller = caller(request.member());
    List<String> conditions =
        filters.condition().map(List::of).orElseGet(() -> hierarchy.widest(caller.conditions()));
    Candidates candidates = Candidates.read(store, caller.id(), conditions);
    List<Row> rows =
        ranking(caller, candidates, year(request.received()))
            .list(filters, Optional.empty())
            .stream()
            .limit(most)
            .map(ranked -> row(ranked.person()))
            .toList();
    return new MyInsights.Nearest(rows, candidates.complete());
  }

  /** Whether somebody with so many points joined after this moment. */
  News.Closeness closeness(int points, Clock clock) {
    return (memberId, since) -> {
      Person caller = caller(memberId);
      Candidates candidates =
          Candidates.read(store, memberId, hierarchy.widest(caller.conditions()));
      return ranking(caller, candidates, year(clock.instant()))
          .list(Filters.NONE, Optional.empty())
          .stream()
          .takeWhile(ranked -> ranked.points() >= points)
          .anyMatch(ranked -> ranked.person().joined().isAfter(since));
    };
  }

  private Person caller(String memberId) {
    Membership membership =
        store.findEventually(memberId).orElseThrow(() -> Failure.unavailable(1));
    if (membership instanceof Joined joined) {
      return joined.person();
    }
    throw Failure.of(Failure.Kind.FORBIDDEN, "This membership has ended.");
  }

  private Ranking ranking(Person caller, Candidates candidates, int year) {
    return new Ranking(Traits.of(caller, hierarchy), candidates.others(), hierarchy, year);
  }

  private static int year(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).getYear();
  }

  private static Row row(Person person) {
    Audience audience = person.listed() ? Audience.MEMBERS : Audience.MATCHING;
    Map<Field, Audience> shown = new EnumMap<>(Field.class);
    List.of(Field.values()).forEach(field -> shown.put(field, audience));
    return new Row(
        person.id(),
        0,
        person.joined(),
        person.features().collect(Collectors.toSet()),
        person.birthYear(),
        new Attributes(person.sex(), person.country(), List.of(), Wishes.NONE, shown));
  }
}
