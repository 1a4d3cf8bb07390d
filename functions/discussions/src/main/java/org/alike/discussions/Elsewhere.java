package org.alike.discussions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.vocabulary.Concept;

/**
 * What fills a quiet page: threads of close communities, or of any when those are silent, so that
 * nobody finds an empty room. At most four pages of feeds are read for it. Thread-safe.
 */
final class Elsewhere {
  private static final int COMMUNITIES = 3;
  private static final int FROM_EACH = 3;
  private static final int ANYWHERE = 5;
  private final ReadableFeeds feeds;
  private final Communities communities;

  Elsewhere(ReadableFeeds feeds, Communities communities) {
    this.feeds = feeds;
    this.communities = communities;
  }

  /**
   * Threads of another community.
   *
   * @param relation why they are here: {@code related}, or {@code other}
   */
  record More(Concept condition, String relation, List<FeedEntry> items) {}

  /** For the page of this condition, as this caller may read it; most active first. */
  List<More> fill(String condition, Reader reader) {
    List<More> more = new ArrayList<>();
    communities.related(condition).stream()
        .limit(COMMUNITIES)
        .map(other -> new More(other, "related", latest(Optional.of(other.id()), reader)))
        .filter(found -> !found.items().isEmpty())
        .forEach(more::add);
    if (more.isEmpty()) {
      more.addAll(anywhereBut(condition, reader));
    }
    more.sort(Comparator.comparing((More one) -> one.items().get(0).lastActivity()).reversed());
    return more;
  }

  private List<FeedEntry> latest(Optional<String> condition, Reader reader) {
    int limit = condition.isPresent() ? FROM_EACH : ANYWHERE;
    return feeds.page(condition, Sort.ACTIVE, reader, Optional.empty(), limit).items();
  }

  private List<More> anywhereBut(String condition, Reader reader) {
    Map<String, List<FeedEntry>> byCondition = new LinkedHashMap<>();
    for (FeedEntry entry : latest(Optional.empty(), reader)) {
      if (!entry.condition().equals(condition)) {
        byCondition.computeIfAbsent(entry.condition(), id -> new ArrayList<>()).add(entry);
      }
    }
    List<More> more = new ArrayList<>();
    byCondition.forEach(
        (id, entries) ->
            communities.find(id).ifPresent(other -> more.add(new More(other, "other", entries))));
    return more;
  }
}
