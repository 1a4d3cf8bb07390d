package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.alike.testkit.HttpCall;
import org.junit.jupiter.api.Test;

/** What requests may cost in units of DynamoDB. Docs and bills rest on these numbers. */
class CostTest {
  private static final String TEXT = "A paragraph as people write them, long enough. ".repeat(15);
  private final MeteredDynamo meter = new MeteredDynamo();
  private final Site site = Site.open().knowing("m1", "A display name").through(meter.client());

  @Test
  void feedPage_isOneQueryOfThreeUnits_withTwentyThreads() {
    fill("public", 25);
    fill("members", 25);

    expect("feed page of 20", 1, 3, 0, feed("GET /conditions/{slug}/discussions", "20"));
    expect("feed page of 5", 1, 1, 0, feed("GET /conditions/{slug}/discussions", "5"));
    expect("members' page of 20", 3, 5, 0, feed("GET /me/discussions", "20").as("m1"));
  }

  @Test
  void quietPage_isAtMostFiveQueries() {
    expect("quiet page", 5, 2.5, 0, feed("GET /conditions/{slug}/discussions", "20"));
  }

  @Test
  void threadPage_isSixUnits_withFiftyReplies() {
    fill("public", 1);
    String id = idOfFirst();
    for (int i = 0; i < 50; i++) {
      site.reply("m1", id, Map.of("text", i + " " + TEXT.substring(0, 400)));
    }

    expect("thread", 2, 2, 0, HttpCall.of("GET /discussions/{id}").path("id", id));
    HttpCall replies = HttpCall.of("GET /discussions/{id}/replies").path("id", id);
    expect("50 replies", 2, 6, 0, replies.query("limit", "50"));
  }

  @Test
  void posting_isOneTransaction() {
    fill("public", 1);
    HttpCall start =
        Site.starting(World.ALS)
            .as("m1")
            .header("idempotency-key", "k1")
            .json(Map.of("title", "Another thread", "text", TEXT, "visibility", "public"));
    expect("thread post", 3, 2, 20, start);
    String id = idOfFirst();
    expect("first reply", 5, 3.5, 22, reply(id, "k2", "First"));
    expect("later reply", 5, 3.5, 18, reply(id, "k3", "Second"));
  }

  private HttpCall reply(String thread, String key, String text) {
    return Site.replying(thread)
        .as("m1")
        .header("idempotency-key", key)
        .json(Map.of("text", text + TEXT));
  }

  private HttpCall feed(String route, String limit) {
    HttpCall call = HttpCall.of(route).query("limit", limit).query("condition", World.ALS);
    return route.contains("{slug}") ? call.path("slug", World.ALS) : call;
  }

  private void fill(String visibility, int threads) {
    for (int i = 0; i < threads; i++) {
      Map<String, Object> body =
          Map.of(
              "title", "A title as long as most are " + i, "text", TEXT, "visibility", visibility);
      Site.starting(World.ALS).as("m1").json(body).send(site.function);
    }
  }

  private String idOfFirst() {
    Feed feed = new Feed(Optional.of(World.ALS), Visibility.PUBLIC, Sort.LATEST);
    return new DynamoFeeds(site.table).page(feed, Optional.empty(), 1).items().get(0).id();
  }

  private void expect(String what, int requests, double read, double written, HttpCall call) {
    meter.requests = 0;
    meter.read = 0;
    meter.written = 0;
    assertThat(call.send(site.function).status()).isLessThan(300);
    assertThat(meter.requests).as("requests of " + what).isLessThanOrEqualTo(requests);
    assertThat(meter.read).as("read units of " + what).isLessThanOrEqualTo(read);
    assertThat(meter.written).as("write units of " + what).isLessThanOrEqualTo(written);
  }
}
