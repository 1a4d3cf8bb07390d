package org.alike.discussions;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alike.kernel.Ids;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The functions over one table; every {@link #through} gives the same ids again. */
final class Site {
  final String name;
  final MovableClock clock;
  final DynamoTable table;
  final DiscussionsFunction function;
  final DiscussionsSubscriber subscriber;

  private Site(DynamoDbClient client, String name, MovableClock clock, int seed) {
    this.name = name;
    this.clock = clock;
    this.table = new DynamoTable(client, name, clock);
    Ids ids = new Ids(clock, new Random(seed));
    this.function = new DiscussionsFunction(table, clock, ids, () -> World.KEY);
    this.subscriber = new DiscussionsSubscriber(table, clock);
  }

  static Site open() {
    return new Site(EmbeddedDynamo.client(), World.newTable(), MovableClock.atNoon(), 7);
  }

  /** Another instance over the same table, reached through this client. */
  Site through(DynamoDbClient client) {
    return new Site(client, name, clock, 8);
  }

  Site knowing(String member, String displayName) {
    EventCall.deliver(subscriber, World.changed(member, 1, displayName));
    return this;
  }

  Reply start(String member, Map<String, Object> body) {
    return starting(World.ALS).as(member).json(body).send(function);
  }

  Reply reply(String member, String thread, Map<String, Object> body) {
    return replying(thread).as(member).json(body).send(function);
  }

  Reply get(String route, String id) {
    return HttpCall.of("GET " + route).path("id", id).send(function);
  }

  static HttpCall starting(String condition) {
    return HttpCall.of("POST /conditions/{slug}/discussions").path("slug", condition);
  }

  static HttpCall replying(String thread) {
    return HttpCall.of("POST /discussions/{id}/replies").path("id", thread);
  }

  List<String> dump() {
    return EmbeddedDynamo.dump(name);
  }
}
