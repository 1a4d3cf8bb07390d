package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Vocabulary;

/** Both functions over one memory: what members tell goes in, what routes answer comes out. */
final class World {
  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTable table = new InMemoryTable();
  private final AlikesSubscriber subscriber =
      new AlikesSubscriber(table, table, table, Vocabulary.standard(), clock);
  private final AlikesFunction function =
      new AlikesFunction(table, table, Vocabulary.standard(), () -> new byte[32], clock);

  /** A world of these members. */
  static World of(Stream<Members> members) {
    World world = new World();
    members.forEach(member -> world.hear(member.changed(1)));
    return world;
  }

  void hear(DomainEvent event) {
    EventCall.deliver(subscriber, event);
  }

  Reply alikesOf(String slug, String... query) {
    return send(HttpCall.of("GET /conditions/{slug}/alikes").path("slug", slug), query);
  }

  Reply alikeOf(String memberId, String other, String... query) {
    return send(HttpCall.of("GET /me/alikes/{id}").as(memberId).path("id", other), query);
  }

  Reply alikesFor(String memberId, String... query) {
    return send(HttpCall.of("GET /me/alikes").as(memberId), query);
  }

  /** Whether news would tell the member that somebody joined who is so close. */
  boolean anyJoined(String memberId, int points) {
    Hierarchy hierarchy = new Hierarchy(Vocabulary.standard());
    return new Newcomers(table, new Cohorts(table, hierarchy), hierarchy, points, clock)
        .anyJoined(memberId, Members.JOINED);
  }

  Reply send(HttpCall call, String... query) {
    for (int i = 0; i < query.length; i += 2) {
      call.query(query[i], query[i + 1]);
    }
    return call.send(function);
  }

  /** The objects in a list of an answer's body. */
  static List<Map<String, Object>> items(Map<String, Object> json, String name) {
    return ((List<?>) json.getOrDefault(name, List.of()))
        .stream().map(item -> Json.asObject(item).orElseThrow()).toList();
  }

  /** The ids of the members that an answer of {@code GET /me/alikes} lists, best first. */
  static List<String> listed(Reply reply) {
    return items(reply.json(), "items").stream()
        .map(item -> String.valueOf(Json.asObject(item.get("member")).orElseThrow().get("id")))
        .toList();
  }
}
