package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alike.kernel.Answer;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code GET /me/insights}: what the people most like the caller live with, what they take and what
 * it did for them. Counted is nothing that the caller could not read on a card. Thread-safe.
 */
final class MyInsights {
  /**
   * So many people are counted, each as one: a number that says something, of people still near.
   */
  static final int MOST = 100;

  private final Neighbours neighbours;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;
  private final Supplier<byte[]> key;

  /** Finds those most like a member. */
  @FunctionalInterface
  interface Neighbours {
    /** So many at most of those who are listed to the caller, of this condition or any. */
    Nearest of(Request request, int most);
  }

  /**
   * Those most like a member.
   *
   * @param rows one for each
   * @param complete false when not everybody was looked at
   */
  record Nearest(List<Row> rows, boolean complete) {}

  MyInsights(
      Neighbours neighbours, Vocabulary vocabulary, Hierarchy hierarchy, Supplier<byte[]> key) {
    this.neighbours = neighbours;
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
    this.key = key;
  }

  /** Answers the request. */
  Answer show(Request request) {
    Nearest nearest = neighbours.of(request, MOST);
    List<Row> rows = nearest.rows();
    Bands bands = Bands.of(key.get(), "like-me", rows.stream().map(Row::id).toList());
    Map<String, Object> json =
        Json.of(
            "basis",
            "like-me",
            "considered",
            rows.size(),
            "capped",
            nearest.complete() ? null : true);
    json.putAll(Insights.of(rows, bands, vocabulary, hierarchy::closure));
    json.put(
        "method",
        "We counted what the %d people most like you show to their Alikes; %s"
            .formatted(rows.size(), Insights.ROUNDED));
    return Answer.ok(json);
  }
}
