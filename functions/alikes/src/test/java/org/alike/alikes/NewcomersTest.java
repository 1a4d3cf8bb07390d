package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.JOINED;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EventCall;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

class NewcomersTest {
  private static final Instant LATER = JOINED.plusSeconds(3600);
  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryTable table = new InMemoryTable();
  private final Hierarchy hierarchy = new Hierarchy(Vocabulary.standard());
  private final AlikesSubscriber subscriber =
      new AlikesSubscriber(table, table, table, Vocabulary.standard(), clock);

  NewcomersTest() {
    hear(like("ada").changed(1));
  }

  @Test
  void anyJoined_isTrue_whenSomebodyCloseJoinedSince() {
    hear(like("bob").with("joined", LATER.toString()).changed(1));

    assertThat(anyJoined(JOINED)).isTrue();
    assertThat(anyJoined(LATER)).isFalse();
  }

  @Test
  void anyJoined_isFalse_whenNobodyIsCloseEnough() {
    hear(member("bob", ALS, MIGRAINE).with("joined", LATER.toString()).changed(1));

    assertThat(anyJoined(JOINED)).isFalse();
  }

  @Test
  void anyJoined_isFalse_whenEitherIsListedToNobody() {
    Members bob = like("bob").with("joined", LATER.toString());
    hear(bob.seenBy("matching").changed(1));
    assertThat(anyJoined(JOINED)).isFalse();

    hear(bob.changed(2));
    hear(like("ada").seenBy("matching").changed(2));
    assertThat(anyJoined(JOINED)).isFalse();
  }

  @Test
  void anyJoined_isFalse_whenABlockStandsBetween() {
    hear(like("bob").with("joined", LATER.toString()).changed(1));
    hear(member("bob").parted("ada", 1));
    assertThat(anyJoined(JOINED)).isFalse();

    hear(member("bob").reunited("ada", 2));
    assertThat(anyJoined(JOINED)).isTrue();
  }

  @Test
  void anyJoined_isFalse_whenTheNewcomerWishesForOthers() {
    hear(
        like("bob")
            .with("joined", LATER.toString())
            .with("wishes", Map.of("country", true))
            .changed(1));

    assertThat(anyJoined(JOINED)).isFalse();
  }

  @Test
  void anyJoined_isFalse_whenTheMemberHasLeftOrWithdrawn() {
    hear(like("bob").with("joined", LATER.toString()).changed(1));
    hear(member("ada").with("matchable", false).changed(2));
    assertThat(anyJoined(JOINED)).isFalse();

    hear(member("ada").erased(3));
    assertThat(anyJoined(JOINED)).isFalse();
  }

  private static Members like(String id) {
    return member(id, ALS).symptoms("choking", "fatigue").treatments("riluzole");
  }

  private boolean anyJoined(Instant since) {
    return new Newcomers(table, new Cohorts(table, hierarchy), hierarchy, 60, clock)
        .anyJoined("ada", since);
  }

  private void hear(DomainEvent event) {
    EventCall.deliver(subscriber, event);
  }
}
