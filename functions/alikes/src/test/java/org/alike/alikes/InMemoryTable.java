package org.alike.alikes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Members, blocks and cohorts in memory, for tests of what is done with them. Thread-safe. */
final class InMemoryTable implements MemberStore, PartingStore, CohortStore {
  private final Map<String, Membership> members = new TreeMap<>();
  private final Map<List<String>, Parting> partings = new HashMap<>();
  private final Map<String, Map<String, LogEntry>> logs = new HashMap<>();
  private final Map<String, Manifest> manifests = new HashMap<>();
  private final Map<List<String>, byte[]> segments = new HashMap<>();

  @Override
  public synchronized Optional<Membership> find(String memberId) {
    return Optional.ofNullable(members.get(memberId));
  }

  @Override
  public synchronized Optional<Standing> findStanding(String memberId) {
    Set<String> parted = new HashSet<>();
    for (Parting parting : partings.values()) {
      if (parting.parted() && parting.blocker().equals(memberId)) {
        parted.add(parting.blocked());
      } else if (parting.parted() && parting.blocked().equals(memberId)) {
        parted.add(parting.blocker());
      }
    }
    return find(memberId).map(membership -> new Standing(membership, parted));
  }

  @Override
  public List<Joined> findAll(Collection<String> memberIds) {
    return memberIds.stream()
        .flatMap(id -> find(id).stream())
        .filter(Joined.class::isInstance)
        .map(Joined.class::cast)
        .toList();
  }

  @Override
  public synchronized boolean replace(Optional<Membership> known, Membership next) {
    if (!known.equals(find(next.id()))) {
      return false;
    }
    members.put(next.id(), next);
    known.ifPresent(
        before ->
            before
                .cohorts()
                .forEach(cohort -> log(cohort, LogEntry.gone(next.id(), next.version()))));
    if (next instanceof Joined joined) {
      next.cohorts().forEach(cohort -> log(cohort, LogEntry.of(joined.row())));
    }
    return true;
  }

  @Override
  public synchronized void settle(Membership membership) {
    members.replace(membership.id(), membership, membership.leaving(List.of()));
  }

  @Override
  public synchronized void remember(Parting parting) {
    boolean erased =
        List.of(parting.blocker(), parting.blocked()).stream()
            .anyMatch(id -> members.get(id) instanceof Erased);
    if (!erased) {
      partings.merge(
          List.of(parting.blocker(), parting.blocked()),
          parting,
          (one, other) -> one.version() < other.version() ? other : one);
    }
  }

  @Override
  public synchronized void forget(String memberId) {
    partings.keySet().removeIf(both -> both.contains(memberId));
  }

  @Override
  public synchronized CohortState read(String condition) {
    return new CohortState(
        condition,
        manifests.getOrDefault(condition, Manifest.NONE),
        List.copyOf(logs.getOrDefault(condition, Map.of()).values()),
        true);
  }

  @Override
  public CohortState readConsistently(String condition) {
    return read(condition);
  }

  @Override
  public synchronized Optional<byte[]> segment(String condition, String id) {
    return Optional.ofNullable(segments.get(List.of(condition, id)));
  }

  @Override
  public Optional<byte[]> segmentConsistently(String condition, String id) {
    return segment(condition, id);
  }

  @Override
  public synchronized boolean merge(String condition, Merge merge) {
    if (!merge.before().equals(manifests.getOrDefault(condition, Manifest.NONE))) {
      return false;
    }
    manifests.put(condition, merge.after());
    merge.written().forEach((id, rows) -> segments.put(List.of(condition, id), rows));
    merge.removed().forEach(id -> segments.remove(List.of(condition, id)));
    return true;
  }

  @Override
  public synchronized void trim(String condition, Collection<LogEntry> entries) {
    Map<String, LogEntry> log = logs.getOrDefault(condition, new TreeMap<>());
    for (LogEntry entry : new ArrayList<>(entries)) {
      log.computeIfPresent(
          entry.memberId(), (id, now) -> now.tag().equals(entry.tag()) ? null : now);
    }
  }

  private void log(String condition, LogEntry entry) {
    logs.computeIfAbsent(condition, unused -> new TreeMap<>()).put(entry.memberId(), entry);
  }
}
