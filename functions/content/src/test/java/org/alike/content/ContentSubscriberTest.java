package org.alike.content;

import static org.alike.content.Told.changed;
import static org.alike.content.Told.erased;
import static org.alike.content.Told.posted;
import static org.alike.content.Told.removed;
import static org.alike.content.Told.removedReply;
import static org.alike.content.Told.replied;
import static org.alike.content.Told.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alike.kernel.DomainEvent;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Events come more than once, late and in any order, and functions die. */
class ContentSubscriberTest {
  private static final String ALS = "amyotrophic-lateral-sclerosis";
  private static final List<DomainEvent> STORY =
      List.of(
          changed("ada", 1, ALS),
          changed("ben", 1, "migraine"),
          changed("ada", 2, ALS, "migraine"),
          posted("t1", 1, "public"),
          posted("t2", 1, "members"),
          posted("t3", 1, "public"),
          replied("t1", "r1", 10, "public"),
          replied("t2", "r2", 11, "members"),
          replied("t1", "r3", 12, "public"),
          changed("cleo", 1, "epilepsy"),
          changed("ada", 3, "epilepsy"),
          posted("t3", 2, "members"),
          posted("t1", 2, "public"),
          removedReply("t1", "r3", 2),
          posted("t0", 1, "public"),
          removed("t0", 2),
          withdrawn("ben", 2),
          erased("cleo", 2));

  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final ContentSubscriber subscriber = subscriber(EmbeddedDynamo.client(), table);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void table_isThatOfACleanRun_whenEventsComeThreeTimesShuffledAndLate(long seed) {
    List<DomainEvent> events =
        new ArrayList<>(Collections.nCopies(3, STORY).stream().flatMap(List::stream).toList());
    Collections.shuffle(events, new Random(seed));

    events.forEach(this::deliver);

    assertThat(dump()).isEqualTo(cleanRun());
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void table_isThatOfACleanRun_whenTheFunctionDiesAtAnyCallAndIsTriedAgain(Fault fault) {
    List<String> clean = cleanRun();
    int calls = 2 * STORY.size();

    for (int k = 0; k < calls; k++) {
      String fresh = EmbeddedDynamo.newTable();
      ContentSubscriber dying =
          subscriber(FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault), fresh);
      STORY.forEach(event -> deliverTwiceIfNeeded(dying, event));
      assertThat(EmbeddedDynamo.dump(fresh)).as("died at call " + k).isEqualTo(clean);
    }
  }

  @Test
  void usage_holdsVersionAndIdsOnly() {
    deliver(
        changed(
            "ada",
            1,
            Map.of(
                "conditions", List.of(ALS),
                "symptoms", List.of("fatigue"),
                "treatments", List.of("riluzole"))));

    assertThat(dump()).hasSize(1);
    assertThat(dump().get(0)).contains("USAGE#", "ada", ALS, "fatigue", "riluzole", "version");
    assertThat(dump().get(0)).doesNotContain("Canary", "canary", "1968", "ZZ", "public");
  }

  @Test
  void erasure_leavesIdVersionAndExpiryOnly_andHoldsAgainstWhatComesLater() {
    deliver(changed("ada", 1, ALS));
    deliver(erased("ada", 2));
    List<String> tombstone = dump();

    deliver(changed("ada", 1, ALS));
    deliver(changed("ada", 2, ALS));

    assertThat(dump()).isEqualTo(tombstone).hasSize(1);
    assertThat(tombstone.get(0)).contains("erased", "expires", "version").doesNotContain(ALS);
    assertThat(counted()).isEmpty();
  }

  @Test
  void erasure_isForgotten_afterThirtyDays() {
    deliver(erased("ada", 2));
    clock.advance(Duration.ofDays(29));
    deliver(changed("ada", 1, ALS));
    assertThat(counted()).isEmpty();

    clock.advance(Duration.ofDays(2));
    deliver(changed("ada", 1, ALS));

    assertThat(counted()).containsExactly("ada");
  }

  @Test
  void threads_areThePublicOnes_newestFirst() {
    STORY.forEach(this::deliver);

    deliver(posted("t4", 1, "public"));

    assertThat(threads().newest(10)).extracting(PublicThread::id).containsExactly("t4", "t1");
    assertThat(threads().newest(1)).extracting(PublicThread::id).containsExactly("t4");
    assertThat(threads().newest(10).get(1).changed()).isEqualTo(Told.TIME.plusSeconds(720));
  }

  @Test
  void threads_neverHoldAMembersThread_whateverIsToldOfItLater() {
    deliver(posted("secret", 1, "members"));
    deliver(replied("secret", "r", 1, "members"));
    assertThat(dump()).isEmpty();

    deliver(posted("closed", 1, "public"));
    deliver(posted("closed", 2, "members"));
    deliver(replied("closed", "late", 1, "public"));
    deliver(posted("closed", 1, "public"));

    assertThat(threads().newest(10)).isEmpty();
  }

  @Test
  void thread_isForgotten_whenItWasRemoved_andStays_whenOnlyAReplyWas() {
    deliver(posted("gone", 1, "public"));
    deliver(posted("kept", 1, "public"));

    deliver(removed("gone", 2));
    deliver(removedReply("kept", "r1", 2));
    deliver(posted("gone", 1, "public"));
    deliver(replied("gone", "late", 3, "public"));

    assertThat(threads().newest(10)).extracting(PublicThread::id).containsExactly("kept");
  }

  @Test
  void removedThread_staysForgotten_whenAReplyInItIsToldAnewLongAfter() {
    deliver(posted("gone", 1, "public"));
    deliver(removed("gone", 2));
    clock.advance(PublicThread.REMEMBERED.plusDays(1));
    DomainEvent reply = replied("gone", "r1", 1, "public");

    deliver(
        DomainEvent.of(reply.type(), reply.entity(), 2, reply.time(), reply.cause(), reply.data()));

    assertThat(threads().newest(10)).isEmpty();
  }

  @Test
  void threads_holdNothingThatAnybodyWrote_andNobody() {
    deliver(posted("t1", 1, "public"));
    deliver(replied("t1", "r1", 1, "public"));

    assertThat(dump()).hasSize(1).noneMatch(item -> item.contains("anary"));
  }

  @Test
  void log_holdsNothingOfThePerson_whenHandledOrNot() {
    ContentSubscriber broken =
        subscriber(FaultyDynamo.planned(EmbeddedDynamo.client(), call -> Fault.BEFORE), table);

    for (DomainEvent event : List.of(changed("ada", 1, ALS), posted("t1", 1, "public"))) {
      assertThatThrownBy(() -> EventCall.deliver(broken, event))
          .hasMessageNotContainingAny("Canary", "canary", ALS);
      assertThat(EventCall.deliver(subscriber, event))
          .hasSize(1)
          .noneMatch(line -> line.contains("Canary") || line.contains(ALS));
    }
  }

  @Test
  void eventFiles_areHandled() {
    EventCall.send(subscriber, Events.read("member-changed.json"));
    EventCall.send(subscriber, Events.read("thread-posted.json"));
    EventCall.send(subscriber, Events.read("reply-posted.json"));
    assertThat(counted()).containsExactly("019ab1c2-8000-7000-8000-000000000002");
    assertThat(threads().newest(10)).hasSize(1);

    EventCall.send(subscriber, Events.read("post-removed.json"));
    assertThat(threads().newest(10)).isEmpty();

    EventCall.send(subscriber, Events.read("member-erased.json"));
    assertThat(counted()).isEmpty();
  }

  private List<String> cleanRun() {
    String clean = EmbeddedDynamo.newTable();
    ContentSubscriber calm = subscriber(EmbeddedDynamo.client(), clean);
    STORY.forEach(event -> EventCall.deliver(calm, event));
    return EmbeddedDynamo.dump(clean);
  }

  private static void deliverTwiceIfNeeded(ContentSubscriber dying, DomainEvent event) {
    try {
      EventCall.deliver(dying, event);
    } catch (RuntimeException died) {
      EventCall.deliver(dying, event);
    }
  }

  private ContentSubscriber subscriber(DynamoDbClient client, String name) {
    return new ContentSubscriber(new DynamoTable(client, name, clock), clock);
  }

  private ThreadStore threads() {
    return new DynamoThreadStore(new DynamoTable(EmbeddedDynamo.client(), table, clock), clock);
  }

  private List<String> counted() {
    List<String> members = new ArrayList<>();
    new DynamoUsageStore(new DynamoTable(EmbeddedDynamo.client(), table, clock), clock)
        .each(usage -> members.add(usage.member()));
    return members;
  }

  private void deliver(DomainEvent event) {
    EventCall.deliver(subscriber, event);
  }

  private List<String> dump() {
    return EmbeddedDynamo.dump(table);
  }
}
