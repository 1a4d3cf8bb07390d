package org.alike.alikes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code GET /me/alikes}: the members most like the caller, and why; {@code GET /me/alikes/{id}}:
 * one of them. Thread-safe.
 *
 * <p>A cursor holds the moment of the first page: who joined later is left out of the next ones, so
 * that the order they go on from is still the same.
 */
final class MyAlikes {
  private final Lookout lookout;
  private final People people;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;
  private final Cursors cursors;

  MyAlikes(
      Lookout lookout, People people, Vocabulary vocabulary, Hierarchy hierarchy, Cursors cursors) {
    this.lookout = lookout;
    this.people = people;
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

  /** Answers the request for a page. */
  Answer list(Request request) {
    Filters filters = Filters.of(request, vocabulary);
    int limit = request.limit();
    String binding = "me/alikes\n" + request.member() + "\n" + filters.binding();
    Optional<From> from =
        request.query("cursor").map(cursor -> From.of(cursors.open(binding, cursor)));

    Candidates candidates = lookout.candidates(request.member(), filters.condition());
    Instant asOf = from.map(From::asOf).orElseGet(() -> candidates.latest(request.received()));
    int year = Lookout.year(request.received());
    List<Candidates.Found> found =
        candidates.top(filters, asOf, limit + 1, from.map(From::place), year);
    List<Candidates.Found> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        page.size() < found.size()
            ? Optional.of(
                cursors.seal(binding, new From(asOf, page.get(limit - 1).match().place()).cursor()))
            : Optional.empty();
    AlikeItem item = new AlikeItem(candidates, asOf, year, vocabulary, hierarchy);
    return Answer.ok(
        Json.of(
            "considered", candidates.considered(asOf, year),
            "capped", candidates.complete() ? null : true,
            "sure", item.sure(),
            "ask", item.ask(),
            "items", item.json(page, people),
            "next", next));
  }

  /**
   * Answers the request for one of them.
   *
   * @throws Failure NOT_FOUND when it is nobody who is listed to the caller, whoever it is
   */
  Answer show(Request request) {
    Filters filters = Filters.of(request, vocabulary);
    Candidates candidates = lookout.candidates(request.member(), filters.condition());
    Instant asOf = candidates.latest(request.received());
    int year = Lookout.year(request.received());
    AlikeItem item = new AlikeItem(candidates, asOf, year, vocabulary, hierarchy);
    return people
        .now(request.path("id"))
        .flatMap(other -> candidates.find(other, asOf, year))
        .flatMap(found -> item.json(List.of(found), people).stream().findFirst())
        .map(Answer::ok)
        .orElseThrow(() -> Failure.notFound("There is no such Alike."));
  }
}
