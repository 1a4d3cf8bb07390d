package org.alike.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What autocomplete has found so far: of each concept the name that fits best. The order is how
 * well the name fits, then how popular the concept is, then ours before imported ones, then the
 * name. Not thread-safe.
 */
final class Hits {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparing(Hit::fit)
          .thenComparing(hit -> -hit.popularity())
          .thenComparing(Hit::imported)
          .thenComparing(hit -> !hit.preferred())
          .thenComparing(hit -> hit.concept().name())
          .thenComparing(hit -> hit.concept().id());

  private final Map<String, Hit> hits = new HashMap<>();
  private final int limit;
  private final ToIntFunction<String> popularity;

  /**
   * @param popularity of a concept, by its id
   */
  Hits(int limit, ToIntFunction<String> popularity) {
    this.limit = limit;
    this.popularity = popularity;
  }

  private record Hit(
      Concept concept,
      String shown,
      boolean preferred,
      Fit fit,
      int popularity,
      boolean imported) {}

  int limit() {
    return limit;
  }

  int popularity(String id) {
    return Math.max(0, popularity.applyAsInt(id));
  }

  /** Whether there are as many as asked for, so that what fits worse need not be looked for. */
  boolean areEnough() {
    return hits.size() >= limit;
  }

  void add(Name name, Fit fit) {
    add(name.concept(), name.shown(), name.preferred(), fit, false);
  }

  void add(Concept concept, String shown, boolean preferred, Fit fit, boolean imported) {
    Hit hit = new Hit(concept, shown, preferred, fit, popularity(concept.id()), imported);
    hits.merge(concept.id(), hit, (old, now) -> BEST_FIRST.compare(now, old) < 0 ? now : old);
  }

  /** The best ones, no more than the limit. */
  List<Match> best() {
    return hits.values().stream()
        .sorted(BEST_FIRST)
        .limit(limit)
        .map(hit -> new Match(hit.concept, hit.shown))
        .toList();
  }
}
