package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;

/** Insights and news over a real engine. */
class InsightsStoreTest {
  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final AlikesSubscriber subscriber =
      Stored.subscriber(EmbeddedDynamo.client(), table, clock);

  @Test
  void requests_readNoMoreThanCounting_whenWarm() {
    for (int n = 0; n < 200; n++) {
      EventCall.deliver(subscriber, told(n).changed(1));
    }
    MeteredDynamo meter = new MeteredDynamo();
    AlikesFunction function = Stored.function(meter.client(), table, clock);
    HttpCall all = HttpCall.of("GET /conditions/{slug}/insights").path("slug", ALS);
    HttpCall mine = HttpCall.of("GET /me/insights").as(id(0));

    assertThat(all.send(function).body()).contains("\"n\":185", "\"helped\":");
    assertThat(mine.send(function).body()).contains("like-me", "\"helped\":");

    meter.reset();
    all.send(function);
    assertThat(meter.requests()).isEqualTo(1);
    assertThat(meter.read()).isLessThanOrEqualTo(2);
    meter.reset();
    mine.send(function);
    assertThat(meter.requests()).isEqualTo(2);
    assertThat(meter.read()).isLessThanOrEqualTo(2.5);
  }

  @Test
  void watch_comesAndGoesWithTheWish_andWithTheMember() {
    EventCall.deliver(subscriber, wishing(true).changed(1));
    assertThat(watched()).containsExactly("ada");

    EventCall.deliver(subscriber, wishing(false).changed(2));
    assertThat(watched()).isEmpty();

    EventCall.deliver(subscriber, wishing(true).changed(3));
    EventCall.deliver(subscriber, member("ada").erased(4));
    assertThat(watched()).isEmpty();
  }

  private List<String> watched() {
    List<String> members = new java.util.ArrayList<>();
    new DynamoWatchStore(new DynamoTable(EmbeddedDynamo.client(), table, clock))
        .each(watch -> members.add(watch.memberId()));
    return members;
  }

  private static Members wishing(boolean news) {
    return member("ada", ALS).with("wishes", Map.of("news", news));
  }

  private static Members told(int number) {
    Map<String, Object> riluzole =
        Map.of("id", "riluzole", "outcome", number % 2 == 0 ? "helped" : "no-change");
    return member(id(number), ALS)
        .symptoms("fatigue", "choking")
        .treatments("riluzole")
        .with("details", Map.of("treatments", List.of(riluzole)));
  }
}
