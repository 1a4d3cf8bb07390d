package org.alike.alikes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code GET /me/alikes}: the members most like the caller, and why. Thread-safe.
 *
 * <p>A cursor holds the moment of the first page: who joined later is left out of the next ones, so
 * that the order they go on from is still the same.
 */
final class MyAlikes {
  private final CohortStore store;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;
  private final Cursors cursors;

  MyAlikes(CohortStore store, Vocabulary vocabulary, Hierarchy hierarchy, Cursors cursors) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
    this.cursors = cursors;
  }

  private record From(Instant asOf, Ranking.Place place) {
    static From of(List<String> cursor) {
      return new From(
          Instant.ofEpochMilli(Long.parseLong(cursor.get(0))),
          new Ranking.Place(Integer.parseInt(cursor.get(1)), cursor.get(2)));
    }

    List<String> cursor() {
      return List.of(
          Long.toString(asOf.toEpochMilli()), Integer.toString(place.points()), place.id());
    }
  }

  /** Answers the request. */
  Answer list(Request request) {
    String memberId = request.member();
    Filters filters = Filters.of(request, vocabulary);
    int limit = request.limit();
    String binding = "me/alikes\n" + memberId + "\n" + filters.binding();
    Optional<From> from =
        request.query("cursor").map(cursor -> From.of(cursors.open(binding, cursor)));

    Person caller = caller(memberId);
    Candidates candidates = candidates(caller, filters, from);
    int year = request.received().atZone(ZoneOffset.UTC).getYear();
    Traits traits = Traits.of(caller, hierarchy);
    Ranking ranking = new Ranking(traits, candidates.others(), hierarchy, year);
    List<Ranking.Ranked> ranked = ranking.list(filters, from.map(From::place));

    List<Ranking.Ranked> shown = ranked.stream().limit(limit).toList();
    Explanation explanation = new Explanation(vocabulary, hierarchy, ranking.weights());
    Optional<String> next = Optional.empty();
    if (shown.size() < ranked.size()) {
      Instant asOf = from.map(From::asOf).orElseGet(() -> candidates.latest(request.received()));
      next =
          Optional.of(cursors.seal(binding, new From(asOf, shown.get(limit - 1).place()).cursor()));
    }
    return Answer.ok(
        Json.of(
            "considered",
            candidates.considered(hierarchy),
            "capped",
            candidates.complete() ? null : true,
            "items",
            shown.stream().map(one -> item(one, traits, explanation)).toList(),
            "next",
            next));
  }

  /**
   * The caller, once the confirmation has arrived here. Who has left is refused like everybody who
   * is not a member.
   */
  private Person caller(String memberId) {
    Membership membership =
        store.findEventually(memberId).orElseThrow(() -> Failure.unavailable(1));
    if (membership instanceof Joined joined) {
      return joined.person();
    }
    throw Failure.of(Failure.Kind.FORBIDDEN, "This membership has ended.");
  }

  private Candidates candidates(Person caller, Filters filters, Optional<From> from) {
    List<String> conditions =
        filters.condition().map(List::of).orElseGet(() -> hierarchy.widest(caller.conditions()));
    Candidates all = Candidates.read(store, caller.id(), conditions);
    return from.map(From::asOf).map(all::asOf).orElse(all);
  }

  private static Map<String, Object> item(
      Ranking.Ranked ranked, Traits caller, Explanation explanation) {
    return Json.of(
        "member", Card.of(ranked.person()),
        "score", ranked.points(),
        "shared", explanation.shared(caller, ranked.traits()));
  }
}
