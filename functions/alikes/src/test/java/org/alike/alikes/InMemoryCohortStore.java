package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cohorts in memory, for tests of what is done with them. Thread-safe. */
final class InMemoryCohortStore implements CohortStore {
  private final Map<String, Membership> members = new TreeMap<>();

  @Override
  public synchronized Optional<Membership> find(String memberId) {
    return Optional.ofNullable(members.get(memberId));
  }

  @Override
  public Optional<Membership> findEventually(String memberId) {
    return find(memberId);
  }

  @Override
  public synchronized boolean replace(Optional<Membership> known, Membership next) {
    if (!known.equals(find(next.id()))) {
      return false;
    }
    members.put(next.id(), next);
    return true;
  }

  @Override
  public synchronized Cohort cohort(String condition, int most) {
    List<Person> people =
        members.values().stream()
            .filter(member -> member.cohorts().contains(condition))
            .map(member -> ((Joined) member).person())
            .toList();
    return new Cohort(condition, people.stream().limit(most).toList(), people.size() <= most);
  }
}
