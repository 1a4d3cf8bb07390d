package org.alike.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which conditions have a page: kept for some seconds, so that lists, search and other names cost
 * no read while somebody types. Thread-safe.
 */
final class Catalogue {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private final PageStore store;
  private final Clock clock;
  private volatile Snapshot snapshot = new Snapshot(Instant.EPOCH, List.of(), Set.of(), Map.of());

  private record Snapshot(
      Instant taken, List<Entry> entries, Set<String> slugs, Map<String, String> covered) {}

  Catalogue(PageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The slug of the page that is about this condition, or answers for it. */
  Optional<String> pageOf(String conditionId) {
    Snapshot now = current();
    return now.slugs.contains(conditionId)
        ? Optional.of(conditionId)
        : Optional.ofNullable(now.covered.get(conditionId));
  }

  /** The slugs of all pages. */
  Set<String> slugs() {
    return current().slugs;
  }

  /** Every page, by name. */
  List<Entry> entries() {
    return current().entries;
  }

  /** The version of each page, by its slug. */
  Map<String, Long> versions() {
    return entries().stream()
        .collect(Collectors.toMap(Entry::slug, entry -> entry.head().version()));
  }

  private Snapshot current() {
    Snapshot known = snapshot;
    if (known.slugs.isEmpty() || known.taken.plus(FRESH).isBefore(clock.instant())) {
      known = load(store.list(PageKind.CONDITION, Integer.MAX_VALUE, null).entries());
      snapshot = known;
    }
    return known;
  }

  private Snapshot load(List<Entry> entries) {
    Set<String> slugs = new HashSet<>();
    Map<String, String> covered = new HashMap<>();
    for (Entry entry : entries) {
      slugs.add(entry.slug());
      entry.covers().forEach(general -> covered.put(general, entry.slug()));
    }
    return new Snapshot(clock.instant(), entries, slugs, covered);
  }
}
